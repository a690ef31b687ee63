import {collect} from '../collect.ts'
import {Command} from '../command.ts'
import {type Operation, type Reply} from '../operation/declaration.ts'
import {type Parameters} from '../parameter.ts'
import {type Terminal} from '../output/terminal.ts'
import {type PollOptions} from './poll.ts'
import {pollingOf} from './tail.ts'
import {refuseWhole} from './refuse-whole.ts'

/** What commands that follow something have in common. */
export abstract class TailCommand extends Command {
  #lastTime = NaN

  /** Prints rows as they come; `line` is how a terminal shows one. */
  protected async follow<Row>(
    rows: AsyncIterable<Row>,
    {columns, id, noun}: Reply<Row>,
    {line, timeOf}: {line: (row: Row, terminal: Terminal) => string; timeOf: (row: Row) => number},
  ): Promise<void> {
    refuseWhole(this.flags, noun)
    const told = this.#timed(rows, timeOf)
    // Those that are shown first were counted before.
    const view = {columns, idField: id, noun, limit: undefined}
    await this.console.printer.rows(told, {...view, line: (row, terminal) => line(row as Row, terminal)})
  }

  /** How it goes on where the service cannot be reached. */
  protected polling<Row>(): Omit<PollOptions<Row>, 'look'> {
    return pollingOf(this.console, () => this.#lastTime)
  }

  /** A stretch of a list, in the order of the service. */
  protected async stretch<P extends Parameters, T>(
    operation: Operation<P, T>,
    values: Readonly<Record<string, unknown>>,
    [offset, limit]: readonly [offset: number, limit: number],
  ): Promise<{rows: T[]; total: number}> {
    const {service} = await this.console.connection()
    let total = 0
    const rows = service.rows(operation, values, {offset, wanted: limit, total: (all) => (total = all)})
    return {rows: await collect(rows), total}
  }

  async *#timed<Row>(rows: AsyncIterable<Row>, timeOf: (row: Row) => number): AsyncGenerator<Row> {
    for await (const row of rows) {
      this.#lastTime = timeOf(row)
      yield row
    }
  }
}
