/** A stretch of a text, in lines and columns from 1; the end column is the one after it. */
export interface Place {
  line: number
  column: number
  end_line: number
  end_column: number
}

/** Turns offsets in a text into places. */
export class Places {
  readonly #starts: number[] = [0]

  constructor(private readonly text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  between(start: number, end: number): Place {
    const from = this.#at(start)
    const to = this.#at(Math.max(start, end))
    return {line: from.line, column: from.column, end_line: to.line, end_column: to.column}
  }

  /** The stretch without white space at its end; of it, the part that reads `span` where it is there as it stands. */
  of(start: number, end: number, span?: string): Place {
    const text = this.text.slice(start, end)
    const at = span === undefined || span === '' ? -1 : text.indexOf(span)
    if (at !== -1) return this.between(start + at, start + at + span!.length)
    return this.between(start, start + text.trimEnd().length)
  }

  lineOf(offset: number): number {
    return this.#at(offset).line
  }

  #at(offset: number): {line: number; column: number} {
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: offset - this.#starts[low]! + 1}
  }
}
