import {Command} from '../../lib/command.ts'
import {object, type Shape} from '../../lib/operation/declaration.ts'
import {printReply} from '../../lib/operation/run.ts'
import {text} from '../../lib/parameters.ts'
import {profileMarks} from '../../lib/profile/profile.ts'
import {type ProfileView, profileView} from '../../lib/profile/profile-view.ts'
import {profileFields} from '../../lib/profile/settings-table.ts'

export default class Get extends Command {
  static override readonly shape = {
    summary: 'Show one profile',
    parameters: {
      name: text('NAME', 'profile to show; the current one if left out', {required: false}),
    },
    reply: object<ProfileView>({
      columns: ['name', 'current', 'logged_in', ...profileMarks, ...profileFields],
      id: 'name',
    }),
    examples: [['The sandbox’s', 'sandbox']],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {name = this.console.profileName} = await this.values(Get.shape)
    const view = await profileView(this.console.config, name, 'profiles get', await this.console.secrets())
    await printReply(Get.shape.reply, view, this.console)
  }
}
