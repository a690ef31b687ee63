/** Adds entries to a history, as one of several processes. Arguments: FOLDER NAME COUNT. */
import {addToHistory} from '../../../src/lib/history/history-file.ts'
import {entryAt} from './entry.ts'

const [folder = '', name = '', count = '0'] = process.argv.slice(2)
for (let nth = 0; nth < Number(count); nth++) addToHistory(folder, entryAt('2026-03-01', `${name} ${nth}`))
