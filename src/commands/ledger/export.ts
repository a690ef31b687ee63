import {Command} from '../../lib/command.ts'
import {usageError} from '../../lib/errors.ts'
import {entriesOf, entryList} from '../../lib/journal/ledger-reply.ts'
import {type Shape} from '../../lib/operation/declaration.ts'
import {date} from '../../lib/parameters.ts'

const wholeColumns = [
  'id',
  'at',
  'by',
  'user',
  'profile',
  'api_host',
  'account',
  'command',
  'operation',
  'what',
  'values',
] as const
const outcomeColumns = ['cost', 'trace_id', 'job', 'outcome', 'undoes', 'undone_by'] as const

export default class Export extends Command {
  static override readonly shape = {
    summary: 'Print the whole ledger, with all that is known of each action',
    parameters: {
      since: date('--since', 'actions of this time and later', {in: 'local'}),
      until: date('--until', 'actions before this time', {in: 'local'}),
    },
    reply: {...entryList, columns: [...wholeColumns, ...outcomeColumns], limit: undefined},
    format: 'csv',
    examples: [
      ['For a spreadsheet', ''],
      ['Of this year, for programs', '--since 2026-01-01 -o ndjson'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {since, until} = await this.values(Export.shape)
    const [from, to] = [since, until].map((text) => (text === undefined ? undefined : Date.parse(text)))
    if (from !== undefined && to !== undefined && from > to) throw usageError('--since is later than --until.')
    const entries = (await entriesOf(this.console)).filter(
      ({at}) => Date.parse(at) >= (from ?? -Infinity) && Date.parse(at) < (to ?? Infinity),
    )
    const {reply} = Export.shape
    await this.console.printer.rows(entries, {columns: reply.columns, idField: reply.id, noun: reply.noun})
  }
}
