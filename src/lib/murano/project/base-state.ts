import {join} from 'node:path'
import {type JsonFileKind, readJsonFile, writeJsonFile} from '../../profile/json-file.ts'
import {type Item, keyOf} from '../code/item.ts'

/** An item as it was when it was last the same here and there. */
export interface Base {
  checksum: string
  /** When it had last been changed there, as the service says: with the same date it is the same. */
  updated_at?: string | undefined
}

type Stored = Record<string, Record<string, Base>>

const kind: JsonFileKind = {
  name: 'record of what was pulled',
  remedy: (path) => `Delete ${path}; the next pull makes it anew.`,
}

/** What was the same here and there, apart for each solution of each host. It is a file of the project. */
export class BaseState {
  readonly file: string
  readonly #stored: Stored
  readonly #host: string
  #isChanged = false

  constructor(folder: string, host: string) {
    this.file = join(folder, 'commsctl.json')
    this.#host = host
    this.#stored = (readJsonFile(this.file, kind) as Stored | undefined) ?? {}
  }

  /** `owner` is the solution or product that the item is of. */
  get(owner: string, item: Item): Base | undefined {
    return this.#stored[this.#place(owner)]?.[keyOf(item)]
  }

  /** What is known of an owner's things of some kinds. */
  items(owner: string): [key: string, base: Base][] {
    return Object.entries(this.#stored[this.#place(owner)] ?? {})
  }

  set(owner: string, item: Item, base: Base): void {
    const known = this.get(owner, item)
    if (known?.checksum === base.checksum && known.updated_at === base.updated_at) return
    this.#isChanged = true
    ;(this.#stored[this.#place(owner)] ??= {})[keyOf(item)] = base
  }

  forget(owner: string, item: Item): void {
    if (this.get(owner, item) === undefined) return
    this.#isChanged = true
    delete this.#stored[this.#place(owner)]![keyOf(item)]
  }

  async save(): Promise<void> {
    if (!this.#isChanged) return
    await writeJsonFile(this.file, kind, this.#stored)
    this.#isChanged = false
  }

  #place(owner: string): string {
    return `${this.#host} ${owner}`
  }
}
