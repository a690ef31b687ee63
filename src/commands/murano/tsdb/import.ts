import {Command} from '../../../lib/command.ts'
import {solution} from '../../../lib/murano/parameters.ts'
import {type Measurement} from '../../../lib/murano/read-measurements.ts'
import {object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {choice, inputFile, text, texts} from '../../../lib/parameters.ts'
import {Writing, type Written} from '../../../lib/writing.ts'
import writeMetrics from './write.ts'

interface MeasurementOutcome extends Pick<Written<never>, 'outcome' | 'message'> {
  line: number
}

interface Imported {
  rows: number
  written: number
  /** Rows that were not written, and why. */
  failed: MeasurementOutcome[]
}

export default class Import extends Command {
  static override readonly shape = {
    summary: 'Write values of metrics from CSV',
    description:
      'CSV has a header row: a column of times, columns of tags, which --tag-column names, and all others are metrics, a ' +
      'value in each cell that is not empty. Times are dates such as 2026-03-31T08:00:00Z or numbers. The whole file is ' +
      'checked before anything is sent. Writing it twice is writing it once.',
    parameters: {
      file: inputFile('file of CSV'),
      solution: solution(),
      time: text('--time-column', 'name of the column of times', {in: 'local', default: 'time', valueName: 'NAME'}),
      tags: texts('--tag-column', 'name of a column of tags (repeat for more)', {in: 'local', valueName: 'NAME'}),
      epoch: choice('--epoch', 'unit of times that are numbers', ['u', 'ms', 's'], {in: 'local', default: 'u'}),
    },
    effect: {changes: 'write values to', idempotent: true},
    reply: object<Imported>({columns: ['rows', 'written', 'failed']}),
    dryRun: true,
    examples: [['With a column of tags', 'temperatures.csv --tag-column identity --solution Sandpit']],
  } satisfies Shape
  static override readonly calls = [writeMetrics]

  async run(): Promise<void> {
    const {file, solution: scope, time, tags = [], epoch} = await this.values(Import.shape)
    const {input} = this.console
    const content = file === '-' ? await input.standardInput('FILE') : await input.file(file, 'FILE')
    const {readMeasurements} = await import('../../../lib/murano/read-measurements.ts')
    const source = file === '-' ? 'FILE: standard input' : `FILE: ${file}`
    const rows = readMeasurements(content, source, {time, tags, epoch})
    if (this.flags['dry-run'] === true) {
      for (const row of rows) await this.showRequest(writeMetrics, valuesOf(row, scope))
      return
    }
    const writing = new Writing(rows, (row) => this.call(writeMetrics, valuesOf(row, scope)))
    await this.#report(writing, rows.length)
  }

  async #report(writing: Writing<Measurement>, rows: number): Promise<void> {
    const failed: MeasurementOutcome[] = []
    for await (const {thing, outcome, message} of writing.outcomes())
      if (outcome !== 'written') failed.push({line: thing.line, outcome, message})
    await printReply(Import.shape.reply, {rows, written: writing.count, failed}, this.console)
    writing.check('rows')
  }
}

/** As the flags of the call have them: objects one by one. */
function valuesOf({metrics, tags, ts}: Measurement, scope: string) {
  return {metrics: [metrics], tags: [tags], ts, solution: scope}
}
