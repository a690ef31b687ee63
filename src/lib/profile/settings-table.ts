/** One setting: where it may come from, and what it belongs to. */
export interface SettingDefinition {
  env: string
  summary: string
  /** May stand in a profile. Secrets may not: they are kept in the secret store. */
  inProfile: boolean
  secret?: true
  /** A base URL, which is checked. */
  host?: true
  /** Part of an identity at this host: never combined with another profile's identity or sent to another host. */
  boundTo?: 'api_host' | 'murano_host'
  default?: string
}

/** Every setting. Flags, environment, profile fields, `config list` and the documentation follow from this table. */
export const settingTable = {
  api_host: {
    env: 'COMMSCTL_API_HOST',
    summary: 'base URL of the CPaaS',
    inProfile: true,
    host: true,
    boundTo: 'api_host',
    default: 'https://cpaas-api.star2star.com',
  },
  auth_host: {
    env: 'COMMSCTL_AUTH_HOST',
    summary: 'base URL of the token service',
    inProfile: true,
    host: true,
    boundTo: 'api_host',
    default: 'https://auth.star2star.com',
  },
  api_version: {env: 'COMMSCTL_API_VERSION', summary: 'version of the CPaaS API', inProfile: true, default: 'v1'},
  token: {env: 'COMMSCTL_TOKEN', summary: 'access token', inProfile: false, secret: true, boundTo: 'api_host'},
  basic_token: {
    env: 'COMMSCTL_BASIC_TOKEN',
    summary: 'base64 of public id:secret of the application',
    inProfile: false,
    secret: true,
    boundTo: 'api_host',
  },
  email: {env: 'COMMSCTL_EMAIL', summary: 'e-mail address to log in with', inProfile: true, boundTo: 'api_host'},
  password: {
    env: 'COMMSCTL_PASSWORD',
    summary: 'password to log in with',
    inProfile: false,
    secret: true,
    boundTo: 'api_host',
  },
  account: {env: 'COMMSCTL_ACCOUNT', summary: 'account that commands work on', inProfile: true, boundTo: 'api_host'},
  user: {env: 'COMMSCTL_USER', summary: 'user that commands work on', inProfile: true, boundTo: 'api_host'},
  output: {env: 'COMMSCTL_OUTPUT', summary: 'output format', inProfile: true, default: 'table'},
  murano_host: {
    env: 'COMMSCTL_MURANO_HOST',
    summary: 'base URL of Murano, before /api:1',
    inProfile: true,
    host: true,
    boundTo: 'murano_host',
    default: 'https://bizapi.hosted.exosite.io',
  },
  murano_token: {
    env: 'COMMSCTL_MURANO_TOKEN',
    summary: 'Murano access token',
    inProfile: false,
    secret: true,
    boundTo: 'murano_host',
  },
  murano_email: {
    env: 'COMMSCTL_MURANO_EMAIL',
    summary: 'e-mail address to log in to Murano with',
    inProfile: true,
    boundTo: 'murano_host',
  },
  murano_password: {
    env: 'COMMSCTL_MURANO_PASSWORD',
    summary: 'password to log in to Murano with',
    inProfile: false,
    secret: true,
    boundTo: 'murano_host',
  },
  murano_business: {
    env: 'COMMSCTL_MURANO_BUSINESS',
    summary: 'Murano business that commands work on',
    inProfile: true,
    boundTo: 'murano_host',
  },
  murano_solution: {
    env: 'COMMSCTL_MURANO_SOLUTION',
    summary: 'Murano solution that commands work on',
    inProfile: true,
    boundTo: 'murano_host',
  },
  murano_product: {
    env: 'COMMSCTL_MURANO_PRODUCT',
    summary: 'Murano product that commands work on',
    inProfile: true,
    boundTo: 'murano_host',
  },
} as const satisfies Record<string, SettingDefinition>

type Table = typeof settingTable

export type SettingKey = keyof Table

/** The settings that a profile may hold. */
export type ProfileField = {[K in SettingKey]: Table[K]['inProfile'] extends true ? K : never}[SettingKey]

/** The settings that always have a value. */
export type DefaultedKey = {[K in SettingKey]: Table[K] extends {default: string} ? K : never}[SettingKey]

export const settingKeys = Object.keys(settingTable) as SettingKey[]

export const profileFields = settingKeys.filter((key): key is ProfileField => settingTable[key].inProfile)

export const profileVariable = 'COMMSCTL_PROFILE'

/** A row of the table with every column, also those that this setting leaves out. */
export function settingDefinition(key: SettingKey): SettingDefinition {
  return settingTable[key]
}

export function isProfileField(name: string): name is ProfileField {
  return (profileFields as string[]).includes(name)
}
