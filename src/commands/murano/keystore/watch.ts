import {isDeepStrictEqual} from 'node:util'
import {systemClock} from '../../../lib/client/clock.ts'
import {type JsonValue} from '../../../lib/client/wire.ts'
import {Command} from '../../../lib/command.ts'
import {checkInterval} from '../../../lib/input/checks.ts'
import {valueOf} from '../../../lib/murano/keystore-value.ts'
import {solution} from '../../../lib/murano/parameters.ts'
import {outcomes, type Shape} from '../../../lib/operation/declaration.ts'
import {duration, text} from '../../../lib/parameters.ts'
import {getKey} from './get.ts'

interface Change {
  /** When it was seen here. */
  time: string
  /** Null where the key has none. */
  value: JsonValue
}

export default class Watch extends Command {
  static override readonly shape = {
    summary: 'Print the value of a key, and again whenever it changes',
    description:
      'Looks again and again, until it is ended with Ctrl-C. A value that stands for less time than lies between two ' +
      'looks is not seen.',
    parameters: {
      key: text('KEY', 'name of the key'),
      solution: solution(),
      interval: duration(
        '--interval',
        'how long to wait before looking again',
        {default: 2000, in: 'local'},
        checkInterval,
      ),
    },
    reply: outcomes<Change>({columns: ['time', 'value'], id: 'value', noun: 'values'}),
    format: 'ndjson',
    goesOn: true,
    examples: [],
  } satisfies Shape
  static override readonly calls = [getKey]

  async run(): Promise<void> {
    const {reply} = Watch.shape
    await this.console.printer.rows(this.#changes(await this.values(Watch.shape)), {...reply, idField: reply.id})
  }

  async *#changes({key, solution: scope, interval}: {key: string; solution: string; interval: number}) {
    for (let last: JsonValue | undefined; ; await systemClock.delay(interval, this.console.signal)) {
      const value = valueOf(await this.call(getKey, {key, solution: scope})) ?? null
      if (last !== undefined && isDeepStrictEqual(value, last)) continue
      last = value
      yield {time: new Date(systemClock.now()).toISOString(), value}
    }
  }
}
