import {Command} from '../../lib/command.ts'
import {list, type Shape} from '../../lib/operation/declaration.ts'
import {printRows} from '../../lib/operation/print-rows.ts'
import {profileNames} from '../../lib/profile/profile.ts'
import {type ProfileView, profileView} from '../../lib/profile/profile-view.ts'

export default class List extends Command {
  static override readonly shape = {
    summary: 'List the profiles, with the current one marked',
    parameters: {},
    reply: list<ProfileView>({
      columns: [
        {path: 'current', format: (current) => (current === true ? '*' : '')},
        'name',
        'api_host',
        'account',
        'email',
        'logged_in',
      ],
      id: 'name',
      noun: 'profiles',
      paging: 'none',
    }),
    examples: [
      ['All profiles', ''],
      ['Those that are logged in', '--where logged_in=true'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {config} = this.console
    const secrets = await this.console.secrets()
    const names = profileNames(config.profiles)
    const views = await Promise.all(names.map((name) => profileView(config, name, 'profiles list', secrets)))
    await printRows(List.shape.reply, views, this.flags, this.console)
  }
}
