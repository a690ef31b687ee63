import {readAsDevice} from '../../../lib/murano/device-calls.ts'
import {DeviceDataCommand, deviceScope} from '../../../lib/murano/device-data-command.ts'
import {object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'

export default class ReadAsDevice extends DeviceDataCommand {
  static override readonly shape = {
    summary: 'Read values as a device: what it is told, else what it said last',
    description: 'With the key that devices activate has stored, or that of --cik. What has no value yet is null.',
    parameters: {...deviceScope(), aliases: readAsDevice.shape.parameters.aliases},
    reply: object<Record<string, string | null>>({columns: []}),
    examples: [],
  } as const satisfies Shape
  static override readonly calls = [readAsDevice]

  async run(): Promise<void> {
    const {aliases, ...scope} = await this.values(ReadAsDevice.shape)
    const reply = (await this.call(readAsDevice, {...(await this.sender(scope)), aliases})) as string | undefined
    const found = new URLSearchParams(reply)
    const values = Object.fromEntries(aliases.map((alias) => [alias, found.get(alias)]))
    await printReply(ReadAsDevice.shape.reply, values, this.console)
  }
}
