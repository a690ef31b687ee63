import {writeAsDevice} from '../../../lib/murano/device-calls.ts'
import {DeviceDataCommand, deviceScope} from '../../../lib/murano/device-data-command.ts'
import {empty, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'

export default class WriteAsDevice extends DeviceDataCommand {
  static override readonly shape = {
    summary: 'Report values as a device',
    description:
      'With the key that devices activate has stored, or that of --cik. To tell a device something instead: commsctl murano devices state set',
    parameters: {...deviceScope(), values: writeAsDevice.shape.parameters.values},
    effect: writeAsDevice.shape.effect,
    reply: empty('Reported.'),
    examples: [],
  } as const satisfies Shape
  static override readonly calls = [writeAsDevice]

  async run(): Promise<void> {
    const {values, ...scope} = await this.values(WriteAsDevice.shape)
    await this.call(writeAsDevice, {...(await this.sender(scope)), values})
    await printReply(WriteAsDevice.shape.reply, undefined, this.console)
  }
}
