import {type JsonObject, type JsonValue} from '../../../lib/client/wire.ts'
import {collect} from '../../../lib/collect.ts'
import {Command} from '../../../lib/command.ts'
import {CliError} from '../../../lib/errors.ts'
import {ExitCode} from '../../../lib/exit-code.ts'
import {inWaves} from '../../../lib/in-waves.ts'
import {match} from '../../../lib/murano/key-parameters.ts'
import {keyPattern} from '../../../lib/murano/key-pattern.ts'
import {valueOf} from '../../../lib/murano/keystore-value.ts'
import {solution} from '../../../lib/murano/parameters.ts'
import {object, type Shape} from '../../../lib/operation/declaration.ts'
import {getKey} from './get.ts'
import {listKeys} from './list.ts'

const width = 5

export default class Export extends Command {
  static override readonly shape = {
    summary: 'Print all keys with their values, as JSON',
    description:
      'What it prints, commsctl murano keystore import reads. Lists, sets and hashes of Redis are no plain values: keys ' +
      'that hold one are named and left out, with exit 9.',
    parameters: {match, solution: solution()},
    reply: object<JsonObject>({columns: []}),
    format: 'json',
    examples: [
      ['All of them', '--solution Sandpit'],
      ['Some of them', "--match 'greet*' --solution Sandpit"],
    ],
  } satisfies Shape
  static override readonly calls = [listKeys, getKey]

  async run(): Promise<void> {
    const {match: pattern = '*', solution: scope} = await this.values(Export.shape)
    const keys = (await collect(this.all(listKeys, {solution: scope}))).filter(keyPattern(pattern))
    const left: string[] = []
    const values: JsonObject = {}
    for await (const [key, value] of inWaves(keys.toSorted(), width, (key) => this.#entry(key, scope))) {
      if (value === undefined) left.push(key)
      else values[key] = value
    }
    await this.console.printer.object(values, {columns: []})
    if (left.length === 0) return
    throw new CliError(`${left.length} of ${keys.length} keys hold no plain value, and were left out.`, {
      code: 'partly-failed',
      exit: ExitCode.PartlyFailed,
      details: left,
      hint: 'Such a key is read with: commsctl murano keystore command',
    })
  }

  /** A key with its value; undefined where it holds something else. */
  async #entry(key: string, scope: string): Promise<[key: string, value: JsonValue | undefined]> {
    try {
      return [key, valueOf(await this.call(getKey, {key, solution: scope})) ?? null]
    } catch (error) {
      if (error instanceof CliError && error.exit === ExitCode.Refused) return [key, undefined]
      throw error
    }
  }
}
