import {Printer, type ListView, type PrinterOptions} from '../../../../src/lib/output/printer.ts'
import {systemTerminal} from '../../../../src/lib/output/terminal.ts'

/** What the script prints: rows as they are given, or so many made ones. */
export interface PrintJob {
  options: Omit<PrinterOptions, 'terminal'>
  rows?: unknown[]
  count?: number
  object?: unknown
  view?: ListView
  error?: string
  exit?: number
}

const job = JSON.parse(process.argv[2] ?? '{}') as PrintJob
const terminal = systemTerminal()
const printer = new Printer({terminal, ...job.options})
const view = job.view ?? {columns: ['uuid', 'name'], idField: 'uuid', noun: 'things'}

function* made(count: number) {
  for (let number = 0; number < count; number += 1) yield {uuid: `id-${number}`, name: `Thing ${number}`.padEnd(40)}
}

if (job.object !== undefined) await printer.object(job.object, view)
else if (job.error !== undefined) await printer.error(new Error(job.error))
else await printer.rows(job.rows ?? made(job.count ?? Infinity), view)
if (job.exit !== undefined) {
  await terminal.flush()
  process.exit(job.exit)
}
await printer.note(`peak ${process.resourceUsage().maxRSS}`)
