import {Command} from '../../lib/command.ts'
import {empty, type Shape} from '../../lib/operation/declaration.ts'
import {text} from '../../lib/parameters.ts'
import {useProfile} from '../../lib/profile/profiles.ts'
import {profileVariable} from '../../lib/profile/settings-table.ts'

export default class Use extends Command {
  static override readonly shape = {
    summary: 'Make a profile the current one',
    parameters: {
      name: text('NAME', 'profile to use where none is named'),
    },
    reply: empty('Done.'),
    examples: [['Work in the sandbox from now on', 'sandbox']],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {name} = await this.values(Use.shape)
    await useProfile(this.console.paths, name)
    const named = process.env[profileVariable]
    if (named && named !== name) await this.console.warn(`${profileVariable} is set and goes before it: ${named}`)
    await this.console.printer.empty(`The current profile is “${name}”.`)
  }
}
