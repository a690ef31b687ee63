import {type Console} from '../console.ts'
import {list} from '../operation/declaration.ts'
import {text} from '../parameters.ts'
import {type Entry, readLedger} from './read-ledger.ts'

export const entryArgument = text('ENTRY', 'entry, as ledger list names it')

export const entryList = list<Entry>({
  columns: ['id', 'at', 'by', 'profile', 'command', 'what', 'cost', 'outcome', 'undone_by'],
  id: 'id',
  noun: 'entries',
  paging: 'none',
})

/** All that was done. Warns of lines that cannot be read. */
export async function entriesOf(console: Console): Promise<Entry[]> {
  const {entries, broken} = await readLedger(console.paths.ledger)
  if (broken > 0) await console.warn(`${broken} lines of ${console.paths.ledger} are damaged, and left out.`)
  return entries
}
