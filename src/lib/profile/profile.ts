import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {type ProfileField} from './settings-table.ts'

/** What the config file holds of one profile: settings that are no secrets, and what it is marked as. */
export type Profile = Partial<Record<ProfileField, string>> & ProfileMarks

/** What keeps people from slips, not from harm: whoever may use the profile may take it away. */
export interface ProfileMarks {
  /** Before anything that is asked about, the account's name must be typed. */
  production?: boolean
  /** Nothing that changes anything is sent. */
  read_only?: boolean
}

export const profileMarks = ['production', 'read_only'] as const satisfies (keyof ProfileMarks)[]

/** The profile that always exists: an emulator of both platforms inside this process. */
export const sandboxName = 'sandbox'

/** What a login makes where no profile is named and none is current. */
export const firstProfile = 'default'

const embeddedHost = 'http://sandbox.localhost'

/** The fields of the built-in profile that nothing can override. Requests to them never leave this process. */
export const sandboxHosts = {
  api_host: embeddedHost,
  auth_host: embeddedHost,
  murano_host: embeddedHost,
} as const satisfies Profile

const namePattern = /^[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}$/

export function isProfileName(name: string): boolean {
  return namePattern.test(name)
}

/** Throws a usage error for a name that no profile can have. */
export function checkProfileName(name: string): void {
  if (isProfileName(name)) return
  throw usageError(`"${name}" cannot be the name of a profile.`, {
    code: 'bad-profile-name',
    hint: 'Use up to 64 letters, digits, dots, dashes and underscores, the first a letter or a digit.',
  })
}

/** All profiles by name; the built-in one is always among them. */
export function profileNames(profiles: Readonly<Record<string, Profile>>): string[] {
  return [...new Set([...Object.keys(profiles), sandboxName])].sort((a, b) => a.localeCompare(b))
}

/** The fields of a profile, those of the built-in one included; undefined when there is no such profile. */
export function findProfile(profiles: Readonly<Record<string, Profile>>, name: string): Profile | undefined {
  const stored = Object.hasOwn(profiles, name) ? profiles[name] : undefined
  return name === sandboxName ? {...stored, ...sandboxHosts} : stored
}

/** Throws a usage error that names the near profiles and all there are. `where` says who named it, e.g. `--profile`. */
export function requireProfile(profiles: Readonly<Record<string, Profile>>, name: string, where: string): Profile {
  const profile = findProfile(profiles, name)
  if (profile !== undefined) return profile
  const names = profileNames(profiles)
  throw usageError(`There is no profile "${name}" (${where}).${didYouMean(name, names)}`, {
    code: 'unknown-profile',
    hint: `Profiles: ${names.join(', ')}. To make it: commsctl login --profile ${isProfileName(name) ? name : 'NAME'}`,
  })
}
