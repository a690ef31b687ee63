import {usageError} from '../errors.ts'
import {type Config, checkGlobalSetting, readConfig, updateConfig} from './config-file.ts'
import {checkHost} from './host.ts'
import {type Paths} from './paths.ts'
import {checkProfileName, type ProfileMarks, requireProfile, sandboxHosts, sandboxName} from './profile.ts'
import {type SecretStore} from './secrets.ts'
import {type ProfileField, settingDefinition} from './settings-table.ts'

/** New values of a profile's fields; undefined takes a field out. */
export type ProfileChanges = {[K in ProfileField]?: string | undefined} & {
  [K in keyof ProfileMarks]?: boolean | undefined
}

/** Makes a profile or changes it; fields not named stay. Throws a usage error for a bad name or host, or a host of the sandbox. */
export function saveProfile(paths: Paths, name: string, changes: ProfileChanges): Promise<Config> {
  checkProfileName(name)
  const checked = Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [
      field,
      typeof value === 'boolean' ? value || undefined : checkField(name, field as ProfileField, value),
    ]),
  )
  return updateConfig(paths.configFile, (config) => {
    const stored = Object.hasOwn(config.profiles, name) ? config.profiles[name] : undefined
    // JSON leaves fields out that are undefined.
    config.profiles[name] = {...stored, ...checked}
  })
}

/** Makes it the current profile. Throws a usage error when there is none of that name. */
export function useProfile(paths: Paths, name: string): Promise<Config> {
  return updateConfig(paths.configFile, (config) => {
    requireProfile(config.profiles, name, 'profiles use')
    config.current = name
  })
}

/** Throws a usage error for a profile that does not exist and for the sandbox. */
export function assertDeletable({profiles}: Config, name: string): void {
  if (name === sandboxName) {
    throw usageError('The profile "sandbox" is built in and cannot be deleted.', {
      hint: 'To start it afresh: commsctl sandbox reset',
    })
  }
  requireProfile(profiles, name, 'profiles delete')
}

/** Deletes a profile with its secrets. Throws a usage error for one that cannot be deleted. */
export async function deleteProfile(paths: Paths, store: SecretStore, name: string): Promise<void> {
  assertDeletable(readConfig(paths.configFile), name)
  // First the secrets: should that fail, the profile is still there to delete them with.
  await store.deleteAll(name)
  await updateConfig(paths.configFile, (config) => {
    delete config.profiles[name]
    if (config.current === name) delete config.current
  })
}

/** Changes a setting of the installation; undefined brings its default back. */
export function saveGlobalSetting(paths: Paths, name: string, value: string | undefined): Promise<Config> {
  if (value !== undefined) checkGlobalSetting(name, value)
  return updateConfig(paths.configFile, (config) => {
    config.settings = {...config.settings, [name]: value}
  })
}

function checkField(profile: string, field: ProfileField, value: string | undefined): string | undefined {
  const locked = Object.hasOwn(sandboxHosts, field) ? sandboxHosts[field as keyof typeof sandboxHosts] : undefined
  if (profile === sandboxName && locked !== undefined) {
    throw usageError(`The host of the profile "sandbox" cannot be changed (${field}).`, {
      hint: 'It is this process itself. Make a profile of your own: commsctl login --profile NAME',
    })
  }
  return value !== undefined && settingDefinition(field).host ? checkHost(value, field) : value
}
