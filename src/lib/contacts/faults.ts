import {type CliError, usageError} from '../errors.ts'

/** What is wrong with the contacts of a file, by line. */
export class Faults {
  readonly #byLine = new Map<number, string[]>()

  constructor(private readonly source: string) {}

  add(line: number, problems: readonly string[]): void {
    if (problems.length > 0) this.#byLine.set(line, [...(this.#byLine.get(line) ?? []), ...problems])
  }

  /** The error that lists every line, when there are any. `good` is how many contacts are right. */
  error(good: number): CliError | undefined {
    const count = this.#byLine.size
    if (count === 0) return undefined
    const lines = [...this.#byLine].sort(([a], [b]) => a - b)
    return usageError(`${this.source}: ${count} of ${good + count} contacts are not right. None was created.`, {
      code: 'bad-contacts',
      details: lines.map(([line, problems]) => `line ${line}: ${problems.map(withoutStop).join('; ')}.`),
    })
  }
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '')
}
