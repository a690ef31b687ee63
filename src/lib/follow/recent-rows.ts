/** Rows that are remembered: enough for what comes twice around a new connection, in a few megabytes. */
const remembered = 20_000

/** What tells a row from others, and its time in milliseconds since 1970: NaN where it has none. */
export interface Identity<Row> {
  idOf: (row: Row) => string
  timeOf: (row: Row) => number
}

/** The rows of late, by their ids. Rows that say the same are counted. */
export class RecentRows<Row> {
  readonly identity: Identity<Row>
  readonly #counts = new Map<string, number>()
  /** A ring: the oldest is where the next one goes. */
  readonly #ring: {id: string; time: number}[] = []
  #next = 0
  #newest = -Infinity
  #isCut = false

  constructor(identity: Identity<Row>) {
    this.identity = identity
  }

  add(row: Row): void {
    const id = this.identity.idOf(row)
    this.#counts.set(id, this.count(id) + 1)
    const oldest = this.#ring[this.#next]
    if (oldest !== undefined) this.#drop(oldest.id)
    this.#ring[this.#next] = {id, time: this.identity.timeOf(row)}
    this.#next = (this.#next + 1) % remembered
    this.#newest = Math.max(this.#newest, this.identity.timeOf(row))
    this.#isCut ||= oldest !== undefined
  }

  count(id: string): number {
    return this.#counts.get(id) ?? 0
  }

  get isEmpty(): boolean {
    return this.#ring.length === 0
  }

  /** There were rows before the first of them, which nobody wants to be told: some may be of its time. */
  cut(): void {
    this.#isCut = true
  }

  /** Whether rows of a time have been told or are not wanted, whatever is remembered of them. */
  isPast(time: number): boolean {
    return time < this.begin || (this.#isCut && time === this.begin && time < this.#newest)
  }

  /** When the oldest of them is from. */
  get begin(): number {
    return (this.#ring[this.#ring.length < remembered ? 0 : this.#next] ?? {time: -Infinity}).time
  }

  #drop(id: string): void {
    const left = this.count(id) - 1
    if (left > 0) this.#counts.set(id, left)
    else this.#counts.delete(id)
  }
}
