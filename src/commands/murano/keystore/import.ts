import {type JsonObject, type JsonValue} from '../../../lib/client/wire.ts'
import {Command} from '../../../lib/command.ts'
import {solution} from '../../../lib/murano/parameters.ts'
import {keystore} from '../../../lib/murano/services/keystore.ts'
import {outcomes, type Shape} from '../../../lib/operation/declaration.ts'
import {inputFile} from '../../../lib/parameters.ts'
import {type Schema} from '../../../lib/schema.ts'
import {Writing, type Written} from '../../../lib/writing.ts'
import setKey from './set.ts'

interface KeyOutcome extends Pick<Written<never>, 'outcome' | 'message'> {
  key: string
}

export default class Import extends Command {
  static override readonly shape = {
    summary: 'Set keys from a JSON object',
    description:
      'What commsctl murano keystore export prints: values by key. All of it is checked before anything is sent. Keys ' +
      'that are not in the file stay as they are.',
    parameters: {file: inputFile('JSON object of values by key'), solution: solution()},
    effect: {changes: 'set keys of', idempotent: true},
    reply: outcomes<KeyOutcome>({columns: ['key', 'outcome', 'message'], id: 'key', noun: 'keys'}),
    dryRun: true,
    examples: [['From a file', 'keys.json --solution Sandpit']],
  } satisfies Shape
  static override readonly calls = [setKey]

  async run(): Promise<void> {
    const {file, solution: scope} = await this.values(Import.shape)
    const entries = await this.#read(file)
    if (this.flags['dry-run'] === true) {
      for (const [key, value] of entries) await this.showRequest(setKey, {key, value, solution: scope})
      return
    }
    const writing = new Writing(entries, ([key, value]) => this.call(setKey, {key, value, solution: scope}))
    const {reply} = Import.shape
    await this.console.printer.rows(asRows(writing), {...reply, idField: reply.id})
    writing.check('keys')
  }

  async #read(file: string): Promise<[key: string, value: JsonValue][]> {
    const {input} = this.console
    const keys = await input.json(file === '-' ? file : `@${file}`, 'FILE')
    await input.checkSchema(keys, 'FILE', {type: 'object', additionalProperties: values})
    const entries = Object.entries(keys as JsonObject)
    for (const [key] of entries)
      await input.checkSchema(key, `FILE: the key “${key}”`, keystore.operations.set.arguments.key)
    return entries
  }
}

/** Later versions of the platform keep lists and objects, too. */
const values: Schema = {}

async function* asRows(writing: Writing<[key: string, value: JsonValue]>): AsyncGenerator<KeyOutcome> {
  for await (const {thing, outcome, message} of writing.outcomes()) yield {key: thing[0], outcome, message}
}
