import {type JsonValue} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {parseJson} from '../input/json-value.ts'
import {InputReader} from '../input/read-value.ts'
import {type Schema} from '../schema.ts'

/**
 * Takes values of rows for what they are. On the command line `-`, `@FILE` and `env:NAME` stand for something else; in
 * a file that somebody else may have made, they must not read anything of this machine.
 */
export class RowInput extends InputReader {
  override standardInput(): Promise<string> {
    return Promise.resolve('-')
  }

  override value(typed: string, usage: string): Promise<string> {
    if (typed === '') throw usageError(`${usage} is empty.`, {code: 'invalid-value'})
    return Promise.resolve(typed)
  }

  override json(typed: string, usage: string): Promise<JsonValue> {
    return Promise.resolve(parseJson(typed, usage))
  }

  override secret(typed: string, usage: string): Promise<string> {
    return this.value(typed, usage)
  }

  /** Fields that the schema does not know were told of with the columns: not again with each row. */
  override checkSchema(value: JsonValue, usage: string, schema: Schema): Promise<void> {
    return this.refuseFaults(value, usage, schema)
  }
}
