/** Takes JSON objects out of text that has nothing, or blanks, between them, wherever its pieces end. */
export class JsonObjects {
  #text = ''
  #at = 0
  #depth = 0
  #isText = false
  #isEscaped = false

  /** The objects that are whole with this piece. */
  add(piece: string): unknown[] {
    const found: unknown[] = []
    this.#text += piece
    let start = 0
    for (; this.#at < this.#text.length; this.#at++) {
      if (!this.#isEnd(this.#text[this.#at]!)) continue
      const whole = this.#text.slice(start, this.#at + 1)
      start = this.#at + 1
      const value = parsed(whole)
      if (value !== undefined) found.push(value)
    }
    this.#text = this.#text.slice(start)
    this.#at = this.#text.length
    return found
  }

  /** Whether the outermost object ends with this character. */
  #isEnd(character: string): boolean {
    if (this.#isText) {
      if (this.#isEscaped) this.#isEscaped = false
      else if (character === '\\') this.#isEscaped = true
      else if (character === '"') this.#isText = false
      return false
    }
    if (character === '"') this.#isText = this.#depth > 0
    else if (character === '{') this.#depth += 1
    else if (character === '}' && this.#depth > 0) return --this.#depth === 0
    return false
  }
}

/** Undefined for what is no JSON: what comes after it may be. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.slice(text.indexOf('{')))
  } catch {
    return undefined
  }
}
