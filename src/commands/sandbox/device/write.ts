import {Command} from '../../../lib/command.ts'
import {object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {text, texts} from '../../../lib/parameters.ts'
import {type PlayedWrite} from '../../../sandbox/murano/play-device.ts'
import {withSandbox} from '../../../sandbox/with-sandbox.ts'

export default class Write extends Command {
  static override readonly shape = {
    summary: 'Let a device of the sandbox report values',
    description:
      'It is as if the device had sent them: they are in its state, and the applications that its product is linked to ' +
      'are told. A device that waits to be activated is activated first.',
    parameters: {
      product: text('PRODUCT', 'id or name of the product'),
      identity: text('IDENTITY', 'identity of the device'),
      values: texts('VALUES...', 'what it reports, each as ALIAS=VALUE'),
    },
    effect: {changes: 'report values as the device'},
    reply: object<PlayedWrite>({columns: ['identity', 'status', 'lastseen', 'state'], id: 'identity'}),
    examples: [
      ['A refrigerator gets warm', 'fridge fridge-01 temperature=9.5 door=open'],
      ['One that waits to be activated', 'fridge fridge-02 temperature=4'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {product, identity, values: typed} = await this.values(Write.shape)
    const {playWrite, reportedValues} = await import('../../../sandbox/murano/play-device.ts')
    const values = reportedValues(typed)
    const written = await withSandbox(this.console.paths, (sandbox) => playWrite(sandbox, {product, identity, values}))
    await printReply(Write.shape.reply, written, this.console)
  }
}
