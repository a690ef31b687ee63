import {Command} from '../../lib/command.ts'
import {didYouMean} from '../../lib/did-you-mean.ts'
import {usageError} from '../../lib/errors.ts'
import {plainText, type Shape} from '../../lib/operation/declaration.ts'
import {printReply} from '../../lib/operation/run.ts'
import {texts} from '../../lib/parameters.ts'
import {withSandbox} from '../../sandbox/with-sandbox.ts'

export default class Dump extends Command {
  static override readonly shape = {
    summary: 'Write what is in the sandbox as YAML',
    description:
      'What it writes, sandbox load reads: after a reset, or on another machine, all is as it was. Passwords are in it as ' +
      'hashes; tokens, keys, pins and the secrets of OAuth clients, devices and subscribers are not, nor the contents of ' +
      'files of more than 64 KB.',
    parameters: {
      areas: texts('--area', 'area to write, such as accounts (repeat for more); all if left out', {
        in: 'local',
        valueName: 'NAME',
      }),
    },
    reply: plainText(),
    examples: [
      ['Everything', ''],
      ['Accounts and their users', '--area accounts --area identities'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {areas} = await this.values(Dump.shape)
    const [{loadableAreas}, {dumpText}] = await Promise.all([
      import('../../sandbox/loading/areas.ts'),
      import('../../sandbox/loading/dump.ts'),
    ])
    const known = Object.keys(loadableAreas)
    const unknown = areas?.find((area) => !known.includes(area))
    if (unknown !== undefined) {
      throw usageError(
        `--area: “${unknown}” is no area that is dumped; there are ${known.join(', ')}.${didYouMean(unknown, known)}`,
      )
    }
    const text = await withSandbox(this.console.paths, ({store}) => dumpText(store, areas))
    await printReply(Dump.shape.reply, text, this.console)
  }
}
