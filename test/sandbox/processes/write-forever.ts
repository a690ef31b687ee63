/** Stores records one after another and prints the id of each that is stored, until it is killed. Arguments: FILE. */
import {openSandbox} from '../../../src/sandbox/sandbox.ts'

const [file = ''] = process.argv.slice(2)
const notes = openSandbox({file, numbers: 10}).store.collection<{id: string}>({name: 'notes', id: 'id', indexes: []})
for (let id = 0; ; id++) {
  notes.put({id: String(id)})
  process.stdout.write(`${id}\n`)
}
