import {type Caller} from '../operation/declaration.ts'
import {type Listing} from '../operation/near-names.ts'
import {shellWord} from '../shell-quote.ts'

/** Things of a solution or a product. */
interface Things<Row> {
  noun: string
  /** The command that lists them, without `commsctl murano`. */
  command: string
  /** The flag that names the solution or product, and its parameter's name on the wire. */
  of: readonly [flag: '--solution' | '--product', parameter: string]
  rows: (caller: Caller, id: string) => AsyncIterable<Row>
  name: (row: Row) => string
}

/** What there is of something in the solution or product that a call is about. */
export function listing<Row>({noun, command, of: [flag, parameter], rows, name}: Things<Row>): Listing {
  const scope = (values: Readonly<Record<string, unknown>>) => String(values[parameter])
  return {
    noun,
    async *names(values, caller) {
      for await (const row of rows(caller, scope(values))) yield name(row)
    },
    command: (values) => `commsctl murano ${command} ${flag} ${shellWord(scope(values))}`,
  }
}
