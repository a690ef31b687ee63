import {Command} from '../../../lib/command.ts'
import {keyPattern} from '../../../lib/murano/key-pattern.ts'
import {match} from '../../../lib/murano/key-parameters.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {keystore} from '../../../lib/murano/services/keystore.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {printRows} from '../../../lib/operation/print-rows.ts'

export const listKeys = serviceOperation({
  service: keystore,
  operation: 'list',
  reply: list<string>({columns: ['value'], id: 'value', noun: 'keys', paging: 'none', unwrap: 'keys'}),
  examples: [
    ['All keys', '--solution Sandpit'],
    ['Some of them', "--match 'temperature.*' --solution clinic-monitor"],
  ],
})

export default class List extends Command {
  static override readonly shape = {...listKeys.shape, parameters: {match, ...listKeys.shape.parameters}}
  static override readonly calls = [{shape: List.shape}]

  async run(): Promise<void> {
    const {match: pattern = '*', ...scope} = await this.values(List.shape)
    if (this.flags['dry-run'] === true) return this.showRequest(listKeys, scope)
    await printRows(List.shape.reply, this.#keys(keyPattern(pattern), scope), this.flags, this.console)
  }

  async *#keys(isWanted: (key: string) => boolean, scope: object): AsyncIterable<string> {
    for await (const key of this.all(listKeys, scope)) if (isWanted(key)) yield key
  }
}
