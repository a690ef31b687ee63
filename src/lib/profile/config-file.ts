import {usageError} from '../errors.ts'
import {ensureWritable, fileError, type JsonFileKind, readJsonFile, writeJsonFile} from './json-file.ts'
import {withLock} from './lock.ts'
import {isProfileName, type Profile, profileMarks} from './profile.ts'
import {isProfileField} from './settings-table.ts'

/** Settings of the installation, not of a profile: the values each may have, the default first. */
export const globalSettings = {
  'secret-store': ['auto', 'keychain', 'file'],
  history: ['on', 'off'],
} as const

export type GlobalSetting = keyof typeof globalSettings
export type GlobalSettings = {[K in GlobalSetting]?: (typeof globalSettings)[K][number]}

export interface Config {
  version: 1
  /** The profile used when none is named. */
  current?: string
  profiles: Record<string, Profile>
  settings: GlobalSettings
}

const currentVersion = 1

/** What holds where there is no file. */
export const emptyConfig: Config = {version: currentVersion, profiles: {}, settings: {}}

const kind: JsonFileKind = {
  name: 'config file',
  remedy: (path) => `It was left as it is. Repair it, or move it away and start anew: mv ${path} ${path}.bad`,
}

/**
 * The config file, or an empty configuration when there is none. Synchronous and plain, since every command starts with
 * it. Throws a usage error (exit 2) that says what is wrong and where.
 */
export function readConfig(path: string): Config {
  const value = readJsonFile(path, kind)
  return value === undefined ? structuredClone(emptyConfig) : checkConfig(value, path)
}

/** Changes the config file as one step: two processes that change different things lose nothing. Returns what was written. */
export async function updateConfig(path: string, change: (config: Config) => void): Promise<Config> {
  ensureWritable(path, kind)
  return withLock(path, async () => {
    const config = readConfig(path)
    change(config)
    await writeJsonFile(path, kind, {...config})
    return config
  })
}

/** Throws a usage error for an unknown global setting or a value that it cannot have. */
export function checkGlobalSetting(name: string, value: string): asserts name is GlobalSetting {
  const choices = Object.hasOwn(globalSettings, name) ? globalSettings[name as GlobalSetting] : undefined
  if (choices === undefined) {
    throw usageError(`There is no setting "${name}".`, {hint: `Settings: ${Object.keys(globalSettings).join(', ')}`})
  }
  if (!(choices as readonly string[]).includes(value)) {
    throw usageError(`"${value}" is no value of ${name}.`, {hint: `Use one of: ${choices.join(', ')}`})
  }
}

/** Fields and settings that this version does not know are kept: another version may have written them. */
function checkConfig(value: unknown, path: string): Config {
  const refuse = (problem: string) => fileError(path, kind, problem)
  if (!isObject(value)) throw refuse('does not hold a JSON object')
  const {version, current, profiles = {}, settings = {}} = value
  if (typeof version !== 'number') throw refuse('has no number in "version"')
  if (version > currentVersion) throw newerVersion(path, version)
  if (version !== currentVersion) throw refuse(`has the unknown version ${version}`)
  if (current !== undefined && typeof current !== 'string') throw refuse('has no text in "current"')
  if (!isObject(profiles)) throw refuse('has no object in "profiles"')
  for (const [name, profile] of Object.entries(profiles)) {
    const problem = profileProblem(name, profile)
    if (problem !== undefined) throw refuse(problem)
  }
  if (!isObject(settings)) throw refuse('has no object in "settings"')
  for (const [name, choices] of Object.entries(globalSettings)) {
    const chosen = settings[name]
    if (chosen !== undefined && !(choices as readonly unknown[]).includes(chosen)) {
      throw refuse(`has a wrong value in "settings.${name}" (use one of: ${choices.join(', ')})`)
    }
  }
  return {...value, profiles, settings} as Config
}

function profileProblem(name: string, profile: unknown): string | undefined {
  if (!isProfileName(name)) return `has a profile with an impossible name, "${name}"`
  if (!isObject(profile)) return `has no object in "profiles.${name}"`
  const field = Object.keys(profile).find((key) => isProfileField(key) && typeof profile[key] !== 'string')
  if (field !== undefined) return `has no text in "profiles.${name}.${field}"`
  const mark = profileMarks.find((key) => !['undefined', 'boolean'].includes(typeof profile[key]))
  return mark === undefined ? undefined : `has neither true nor false in "profiles.${name}.${mark}"`
}

function newerVersion(path: string, version: number) {
  return usageError(
    `The config file ${path} was written by a newer commsctl: it has version ${version}, this one knows ${currentVersion}.`,
    {code: 'newer-config', hint: 'It was left as it is. Update commsctl: npm install -g commsctl'},
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
