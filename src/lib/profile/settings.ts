import {type Hosts} from '../client/target.ts'
import {type Config} from './config-file.ts'
import {checkHost, originOf} from './host.ts'
import {checkProfileName, findProfile, type Profile, requireProfile, sandboxHosts, sandboxName} from './profile.ts'
import {
  type DefaultedKey,
  isProfileField,
  profileVariable,
  settingDefinition,
  type SettingKey,
  settingKeys,
  settingTable,
} from './settings-table.ts'

/** Where a value came from; `text` is for people: `--account`, `COMMSCTL_ACCOUNT`, `profile prod`, `default`. */
export interface Origin {
  source: 'flag' | 'profile' | 'environment' | 'default' | 'none'
  text: string
}

export interface SettingsInput {
  /** The settings' own flags, as far as they were given. */
  flags?: Readonly<Partial<Record<SettingKey, string | undefined>>>
  /** The value of `--profile`. */
  profileFlag?: string | undefined
  env?: NodeJS.ProcessEnv
  config: Config
  /** For `login`, which makes profiles: the one named need not exist. */
  mayBeNew?: boolean
}

export interface ActiveProfile {
  name: string
  /** Whether requests go to the emulator inside this process: a host from elsewhere turns that off. */
  embedded: boolean
  /** What it is marked as; also where the host comes from elsewhere. */
  production: boolean
  readOnly: boolean
  /** `--profile`, `COMMSCTL_PROFILE` or `current profile`. */
  chosenBy: string
}

export type SettingValues = {[K in SettingKey]: K extends DefaultedKey ? string : string | undefined}

/** A line of `config list`. */
export interface SettingRow {
  key: SettingKey | 'profile'
  /** Secrets are `***`. */
  value: string | undefined
  origin: string
}

export interface Settings {
  profile: ActiveProfile | undefined
  values: Readonly<SettingValues>
  origin: (key: SettingKey) => Origin
  list: () => SettingRow[]
}

interface Selected {
  name: string
  fields: Profile
  chosenBy: string
  /** Named on the command line: it beats the environment. */
  explicit: boolean
}

export interface Resolved<T = string | undefined> {
  value: T
  origin: Origin
}

/**
 * Every setting with its value and where it came from. Order: the setting's own flag, the profile of `--profile`,
 * `COMMSCTL_*`, the profile of `COMMSCTL_PROFILE` or else the current one, the default.
 *
 * One profile is in force, never two. What makes an identity (hosts, credentials, account, user; `boundTo` in the table)
 * is not combined across hosts, so that no token reaches a host that it was not issued for:
 * - with `--profile`, the environment's identity is left aside, also where the profile lacks a value;
 * - when flags or environment lead to another host than the profile's, the profile's identity is left aside.
 *
 * Throws a usage error for an unknown profile and for a host that is no URL, or http to elsewhere than loopback.
 */
export function resolveSettings(input: SettingsInput): Settings {
  const selected = selectProfile(input)
  const anchors = {
    api_host: resolveOne('api_host', input, selected),
    murano_host: resolveOne('murano_host', input, selected),
  }
  const resolved = new Map<SettingKey, Resolved>()
  for (const key of settingKeys) {
    const {boundTo} = settingDefinition(key)
    const profile = boundTo === undefined || isOwnHost(selected, boundTo, anchors[boundTo]) ? selected : undefined
    resolved.set(key, key in anchors ? anchors[key as keyof typeof anchors] : resolveOne(key, input, profile, selected))
  }
  followApiHost(resolved)
  return toSettings(resolved, selected)
}

/** The profile that is named or current, whether there is one of that name or not. */
export function chosenProfile(input: SettingsInput): string | undefined {
  return selectProfile({...input, mayBeNew: true})?.name
}

/** The output format alone, which needs no host and no existing profile. */
export function resolveOutput(input: SettingsInput): Resolved<string> {
  const {value = settingTable.output.default, origin} = resolveOne(
    'output',
    input,
    selectProfile({...input, mayBeNew: true}),
  )
  return {value, origin}
}

/** Whether a variable is set to something; an empty one counts as not set. */
function fromEnvironment(key: SettingKey, env: NodeJS.ProcessEnv): string | undefined {
  return env[settingTable[key].env] || undefined
}

function selectProfile({
  profileFlag,
  env = process.env,
  config,
  mayBeNew = false,
}: SettingsInput): Selected | undefined {
  const choices = [
    {name: profileFlag, chosenBy: '--profile', explicit: true},
    {name: env[profileVariable] || undefined, chosenBy: profileVariable, explicit: false},
    {name: config.current, chosenBy: 'current profile', explicit: false},
  ]
  const choice = choices.find(({name}) => name !== undefined)
  if (choice?.name === undefined) return undefined
  const {name, chosenBy, explicit} = choice
  if (mayBeNew && findProfile(config.profiles, name) === undefined) {
    checkProfileName(name)
    // It has no identity yet that the environment's could be mixed with.
    return {name, chosenBy, explicit: false, fields: {}}
  }
  return {name, chosenBy, explicit, fields: requireProfile(config.profiles, name, chosenBy)}
}

/** `profile` gives values, `selected` only says whether the command line named one. */
function resolveOne(
  key: SettingKey,
  {flags = {}, env = process.env}: SettingsInput,
  profile: Selected | undefined,
  selected = profile,
): Resolved {
  const definition = settingDefinition(key)
  const explicit = selected?.explicit === true
  const fromFlag: Resolved = {value: flags[key], origin: {source: 'flag', text: `--${key.replaceAll('_', '-')}`}}
  const fromProfile: Resolved = {
    value: (isProfileField(key) && profile?.fields[key]) || undefined,
    origin: {source: 'profile', text: `profile ${profile?.name}`},
  }
  const fromEnv: Resolved = {
    value: explicit && definition.boundTo !== undefined ? undefined : fromEnvironment(key, env),
    origin: {source: 'environment', text: definition.env},
  }
  const order = explicit ? [fromFlag, fromProfile, fromEnv] : [fromFlag, fromEnv, fromProfile]
  const found = order.find(({value}) => value !== undefined)
  if (found?.value !== undefined) return definition.host ? checkedHost(found.value, found.origin) : found
  if (definition.default === undefined) return {value: undefined, origin: {source: 'none', text: 'not set'}}
  return {value: definition.default, origin: {source: 'default', text: 'default'}}
}

function checkedHost(value: string, origin: Origin): Resolved {
  const embedded = origin.source === 'profile' && value === sandboxHosts.api_host
  return {value: embedded ? value : checkHost(value, origin.text), origin}
}

/** Whether the host in use is the one that the profile's identity belongs to. */
function isOwnHost(selected: Selected | undefined, key: 'api_host' | 'murano_host', inUse: Resolved): boolean {
  if (selected === undefined || inUse.value === undefined || inUse.origin.source === 'profile') return true
  const own = selected.fields[key]
  const ownHost =
    own === undefined
      ? settingTable[key].default
      : checkedHost(own, {source: 'profile', text: `profile ${selected.name}`}).value
  return ownHost !== undefined && originOf(ownHost) === originOf(inUse.value)
}

/** The platform's token service belongs to the platform's API; another API host without an auth host is its own. */
function followApiHost(resolved: Map<SettingKey, Resolved>): void {
  const api = resolved.get('api_host')?.value ?? settingTable.api_host.default
  if (resolved.get('auth_host')?.origin.source !== 'default') return
  if (originOf(api) === originOf(settingTable.api_host.default)) return
  resolved.set('auth_host', {value: api, origin: {source: 'default', text: 'default: as api_host'}})
}

function toSettings(resolved: Map<SettingKey, Resolved>, selected: Selected | undefined): Settings {
  const values = Object.fromEntries([...resolved].map(([key, {value}]) => [key, value])) as SettingValues
  const profile = selected && {
    name: selected.name,
    embedded: selected.name === sandboxName && isEmbedded(values),
    production: selected.fields.production === true,
    readOnly: selected.fields.read_only === true,
    chosenBy: selected.chosenBy,
  }
  const origin = (key: SettingKey): Origin => resolved.get(key)?.origin ?? {source: 'none', text: 'not set'}
  return {
    profile,
    values,
    origin,
    list: () => [
      {key: 'profile', value: profile?.name, origin: profile?.chosenBy ?? 'not set'},
      ...settingKeys.map((key) => ({key, value: shown(key, values[key]), origin: origin(key).text})),
    ],
  }
}

/** Where requests go with these settings. Every path of Murano is below the same one. */
export function hostsOf({values}: Pick<Settings, 'values'>): Hosts {
  const {api_host, auth_host, murano_host} = values
  return {api: api_host, auth: auth_host, murano: `${murano_host}/api:1`}
}

function isEmbedded({api_host, auth_host}: SettingValues): boolean {
  return api_host === sandboxHosts.api_host && auth_host === sandboxHosts.auth_host
}

function shown(key: SettingKey, value: string | undefined): string | undefined {
  return value !== undefined && settingDefinition(key).secret ? '***' : value
}
