import {Command} from '../../lib/command.ts'
import {usageError} from '../../lib/errors.ts'
import {type Shape} from '../../lib/operation/declaration.ts'
import {boolean, text, texts} from '../../lib/parameters.ts'
import {fieldFlags} from '../../lib/profile/field-flags.ts'
import {sandboxName} from '../../lib/profile/profile.ts'
import {saveProfile} from '../../lib/profile/profiles.ts'
import {findProfileField} from '../../lib/profile/setting-names.ts'

export default class Set extends Command {
  static override readonly shape = {
    summary: 'Change a profile’s settings, or make a profile',
    parameters: {
      name: text('NAME', 'profile to change; the current one if left out', {required: false}),
      ...fieldFlags,
      production: boolean(
        '--production',
        'mark it as one where a slip costs: the account’s name must be typed before more',
      ),
      read_only: boolean('--read-only', 'send nothing with it that changes anything'),
      unset: texts('--unset', 'setting to take out of the profile (repeat for more)', {valueName: 'NAME'}),
    },
    examples: [
      ['Let every command of the sandbox print JSON', 'sandbox --output json'],
      ['As before', 'sandbox --unset output'],
      ['Only look', 'sandbox --read-only'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {name = this.console.profileName, unset = [], ...fields} = await this.values(Set.shape)
    const given = Object.entries(fields).filter(([, value]) => value !== undefined)
    const removed = unset.map((typed) => [findProfileField(typed), undefined] as const)
    if (given.length + removed.length === 0) {
      throw usageError('Nothing is to be changed: no setting is given.', {
        hint: 'Run: commsctl profiles set --help',
      })
    }
    const isNew = name !== sandboxName && !Object.hasOwn(this.console.config.profiles, name)
    await saveProfile(this.console.paths, name, Object.fromEntries([...given, ...removed]))
    await this.console.note(
      isNew
        ? `The profile “${name}” is new: only what was given here is set in it.`
        : `The profile “${name}” is saved.`,
    )
  }
}
