import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {type GlobalSetting, globalSettings} from './config-file.ts'
import {isProfileField, type ProfileField, settingDefinition, type SettingKey, settingKeys} from './settings-table.ts'

const globalKeys = Object.keys(globalSettings) as GlobalSetting[]

/** Where a setting is kept: in a profile, or for the whole installation; secrets are kept elsewhere. */
export type NamedSetting =
  {kept: 'profile'; key: ProfileField} | {kept: 'installation'; key: GlobalSetting} | {kept: 'secret'; key: SettingKey}

/** The setting of that name; `api-host` and `api_host` are the same. Throws a usage error that names the near ones. */
export function findSetting(typed: string): NamedSetting {
  const setting = settingNamed(typed)
  if (setting === undefined) throw unknownSetting(typed)
  return setting
}

function settingNamed(typed: string): NamedSetting | undefined {
  const wanted = plain(typed)
  const global = globalKeys.find((key) => plain(key) === wanted)
  if (global !== undefined) return {kept: 'installation', key: global}
  const key = settingKeys.find((known) => known === wanted)
  if (key === undefined) return undefined
  return isProfileField(key) ? {kept: 'profile', key} : {kept: 'secret', key}
}

/** Whether a setting of that name may be seen by everybody. One that there is not may be a secret, mistyped. */
export function isOpenSetting(typed: string): boolean {
  const kept = settingNamed(typed)?.kept
  return kept === 'profile' || kept === 'installation'
}

/** A setting that `config set` and `config unset` may change. Throws a usage error for secrets and for the profile itself. */
export function findChangeable(typed: string): Exclude<NamedSetting, {kept: 'secret'}> {
  if (plain(typed) === 'profile') {
    throw usageError('The profile in force is no setting of its own.', {hint: 'Run: commsctl profiles use NAME'})
  }
  const setting = findSetting(typed)
  if (setting.kept !== 'secret') return setting
  throw usageError(`${setting.key} is a secret: it is not kept in the config file.`, {
    hint: `Run commsctl login, or set ${settingDefinition(setting.key).env}.`,
  })
}

/** The field of a profile of that name. Throws a usage error for everything else. */
export function findProfileField(typed: string): ProfileField {
  const setting = findChangeable(typed)
  if (setting.kept === 'profile') return setting.key
  throw usageError(`${setting.key} belongs to no profile.`, {hint: `Run: commsctl config unset ${setting.key}`})
}

/** The flag of a setting: `--api-host`. */
export function settingFlag(key: SettingKey): `--${string}` {
  return `--${key.replaceAll('_', '-')}`
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('-', '_')
}

function unknownSetting(typed: string) {
  const names = [...settingKeys, ...globalKeys]
  return usageError(`There is no setting “${typed}”.${didYouMean(plain(typed), names)}`, {
    code: 'unknown-setting',
    hint: 'To see all: commsctl config list',
  })
}
