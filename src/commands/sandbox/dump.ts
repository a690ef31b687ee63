import {Command} from '../../lib/command.ts'
import {didYouMean} from '../../lib/did-you-mean.ts'
import {usageError} from '../../lib/errors.ts'
import {object, type Shape} from '../../lib/operation/declaration.ts'
import {printReply} from '../../lib/operation/run.ts'
import {texts} from '../../lib/parameters.ts'
import {type Dump} from '../../sandbox/loading/dump.ts'
import {withSandbox} from '../../sandbox/with-sandbox.ts'

export default class DumpCommand extends Command {
  static override readonly shape = {
    summary: 'Write what is in the sandbox, as YAML or JSON',
    description:
      'What it writes, sandbox load reads: after a reset, or on another machine, all is as it was. It is YAML unless told ' +
      'otherwise; with -o json, the same as JSON. Passwords are in it as hashes; tokens, keys, pins and the secrets of ' +
      'OAuth clients, devices and subscribers are not, nor the contents of files of more than 64 KB.',
    parameters: {
      areas: texts('--area', 'area to write, such as accounts (repeat for more); all if left out', {
        in: 'local',
        valueName: 'NAME',
      }),
    },
    reply: object<Dump>({columns: []}),
    format: 'yaml',
    examples: [
      ['Everything', ''],
      ['Accounts and their users', '--area accounts --area identities'],
      ['How many numbers there are', `--area numbers --jq '.numbers.numbers | length'`],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {areas} = await this.values(DumpCommand.shape)
    const [{loadableAreas}, {dumpOf}] = await Promise.all([
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
    const dump = await withSandbox(this.console.paths, ({store}) => dumpOf(store, areas))
    await printReply(DumpCommand.shape.reply, dump, this.console)
  }
}
