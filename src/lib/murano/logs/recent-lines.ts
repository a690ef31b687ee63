import {createHash} from 'node:crypto'
import {type LogLine, timeOf} from './log-line.ts'

/** Lines that are remembered: enough for what comes twice around a new connection, in a few megabytes. */
const remembered = 20_000

/**
 * The lines of late. A line is what it says, all of it with its time: lines have no ids of their own. Lines that say the same
 * are counted.
 */
export class RecentLines {
  readonly #counts = new Map<string, number>()
  /** A ring: the oldest is where the next one goes. */
  readonly #ring: {id: string; time: number}[] = []
  #next = 0

  add(line: LogLine): void {
    const id = idOf(line)
    this.#counts.set(id, this.count(id) + 1)
    const oldest = this.#ring[this.#next]
    if (oldest !== undefined) this.#drop(oldest.id)
    this.#ring[this.#next] = {id, time: timeOf(line)}
    this.#next = (this.#next + 1) % remembered
  }

  count(id: string): number {
    return this.#counts.get(id) ?? 0
  }

  get isEmpty(): boolean {
    return this.#ring.length === 0
  }

  /** When the oldest of them is from: all before have been told. */
  get begin(): number {
    return (this.#ring[this.#ring.length < remembered ? 0 : this.#next] ?? {time: -Infinity}).time
  }

  #drop(id: string): void {
    const left = this.count(id) - 1
    if (left > 0) this.#counts.set(id, left)
    else this.#counts.delete(id)
  }
}

export function idOf(line: LogLine): string {
  return createHash('sha1').update(JSON.stringify(line)).digest('base64')
}
