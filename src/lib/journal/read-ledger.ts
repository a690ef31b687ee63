import {type JsonObject} from '../client/wire.ts'
import {type Undo} from '../operation/declaration.ts'
import {type Action, type Ending} from './ledger.ts'
import {readLog} from './read-log.ts'

/** An action with what became of it. */
export interface Entry extends Action {
  /** `unknown`: nobody has seen how it ended. */
  outcome: 'done' | 'unknown'
  undo: Undo | null
  /** The entry that has undone it. */
  undone_by: string | null
}

/** All that was done, in order; what was refused is left out. Lines that are broken are counted, and passed over. */
export async function readLedger(file: string): Promise<{entries: Entry[]; broken: number}> {
  const entries = new Map<string, Entry>()
  let broken = 0
  for await (const {record} of readLog(file)) {
    if (record === undefined) broken += 1
    else take(record as JsonObject & {id: string}, entries)
  }
  return {entries: [...entries.values()], broken}
}

function take(record: JsonObject & {id: string}, entries: Map<string, Entry>): void {
  const {id} = record
  if (!('outcome' in record)) {
    entries.set(id, {...(record as unknown as Action), outcome: 'unknown', undo: null, undone_by: null})
    return
  }
  const entry = entries.get(id)
  const {outcome, undo} = record as unknown as Ending
  if (entry === undefined) return
  if (outcome === 'not done') {
    entries.delete(id)
    return
  }
  Object.assign(entry, {outcome, undo: undo ?? null})
  const before = entry.undoes === null ? undefined : entries.get(entry.undoes)
  if (before !== undefined) before.undone_by = id
}
