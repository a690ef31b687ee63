import {type Console} from '../console.ts'
import {checkFieldValue} from './field-flags.ts'
import {requireProfile} from './profile.ts'
import {saveGlobalSetting, saveProfile} from './profiles.ts'
import {findChangeable} from './setting-names.ts'

/** Stores a setting where it belongs, or takes it out (undefined), and says in a sentence what was done. */
export async function changeSetting(console: Console, typed: string, value: string | undefined): Promise<string> {
  const {key, kept} = findChangeable(typed)
  const outcome = value === undefined ? `${key} is back to its default` : `${key} is ${value}`
  if (kept === 'installation') {
    await saveGlobalSetting(console.paths, key, value)
    return `${outcome}.`
  }
  const name = console.profileName
  requireProfile(console.config.profiles, name, 'the profile to change')
  const checked = value === undefined ? undefined : checkFieldValue(key, value, key)
  await saveProfile(console.paths, name, {[key]: checked})
  return `${outcome} in profile “${name}”.`
}
