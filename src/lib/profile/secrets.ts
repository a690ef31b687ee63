import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type GlobalSettings} from './config-file.ts'
import {type Keychain, systemKeychain} from './keychain.ts'
import {withLock} from './lock.ts'
import {type Paths} from './paths.ts'
import {readSecretsFile, writeSecretsFile} from './secrets-file.ts'

/** A logged-in session. */
export interface Session {
  access_token: string
  refresh_token?: string
  token_type: string
  /** Milliseconds since 1970; missing when unknown. */
  expires_at?: number
  /** Seconds from issue to expiry, as the service said. */
  expires_in?: number
  /** How it came to be, and so how it can be had again. */
  grant: 'password' | 'client_credentials' | 'token'
  scope?: string
  /** The only origins (scheme, host, port) that it may be sent to. */
  origins: readonly string[]
}

/** A secret with the only origins that it may be sent to. */
export interface BoundSecret {
  value: string
  origins: readonly string[]
}

/** All that is kept of one profile. */
export interface ProfileSecrets {
  session?: Session
  basic_token?: BoundSecret
  murano_token?: BoundSecret
  /** Of devices that were activated here, by `PRODUCT/IDENTITY`. */
  murano_devices?: Readonly<Record<string, BoundSecret>>
  /** Those that people store to refer to, by the names that they give them. */
  named?: Readonly<Record<string, string>>
}

export type SecretName = keyof ProfileSecrets

/** Secrets by profile and name. */
export interface SecretStore {
  get<N extends SecretName>(profile: string, name: N): Promise<ProfileSecrets[N] | undefined>
  /** Stores several at once; what is not named stays. */
  set(profile: string, secrets: ProfileSecrets): Promise<void>
  /** Makes of what is stored what is to be, while nobody else does. */
  change(profile: string, edit: (stored: ProfileSecrets) => ProfileSecrets): Promise<void>
  delete(profile: string, name: SecretName): Promise<void>
  deleteAll(profile: string): Promise<void>
}

export interface SecretStoreOptions {
  paths: Paths
  mode: NonNullable<GlobalSettings['secret-store']>
  /** Called once per installation, when secrets begin to be kept in a file for want of a keychain. */
  note: (message: string) => void
  keychain?: Keychain
}

/** Opens nothing yet: the keychain's library is loaded at the first use. */
export function createSecretStore(options: SecretStoreOptions): SecretStore {
  const place = {file: () => fileOnly(options), keychain: () => keychainOnly(options), auto: () => either(options)}[
    options.mode
  ]()
  const change = (profile: string, edit: (secrets: ProfileSecrets) => ProfileSecrets) =>
    withLock(options.paths.secretsFile, async () => place.write(profile, edit(await place.read(profile))))
  return {
    get: async (profile, name) => (await place.read(profile))[name],
    change,
    set: (profile, secrets) => change(profile, (stored) => ({...stored, ...secrets})),
    delete: (profile, name) => change(profile, (stored) => without(stored, name)),
    deleteAll: (profile) => change(profile, () => ({})),
  }
}

/** Writing no secrets removes the entry. */
interface Place {
  read(profile: string): Promise<ProfileSecrets>
  write(profile: string, secrets: ProfileSecrets): Promise<void>
}

function fileOnly({paths}: SecretStoreOptions): Place {
  return {
    read: async (profile) => {
      const all = readSecretsFile(paths.secretsFile) ?? {}
      return (Object.hasOwn(all, profile) && all[profile]) || {}
    },
    write: async (profile, secrets) => {
      const others = without(readSecretsFile(paths.secretsFile) ?? {}, profile)
      await writeSecretsFile(paths.secretsFile, isEmpty(secrets) ? others : {...others, [profile]: secrets})
    },
  }
}

function keychainOnly({keychain = systemKeychain}: SecretStoreOptions): Place {
  return {
    read: async (profile) => parse(await keychain.read(profile).catch(refuseKeychain)),
    write: (profile, secrets) =>
      (isEmpty(secrets) ? keychain.remove(profile) : keychain.write(profile, JSON.stringify(secrets))).catch(
        refuseKeychain,
      ),
  }
}

/** The keychain where there is one, else the file. The file is asked first: that is quick, and it may be the newer. */
function either(options: SecretStoreOptions): Place {
  const {paths, note} = options
  const file = fileOnly(options)
  const keychain = keychainOnly(options)
  const clearFile = async (profile: string) => {
    if (!isEmpty(await file.read(profile))) await file.write(profile, {})
  }
  return {
    read: async (profile) => {
      const secrets = await file.read(profile)
      return isEmpty(secrets) ? keychain.read(profile).catch(() => ({})) : secrets
    },
    write: async (profile, secrets) => {
      const kept = await keychain.write(profile, secrets).then(
        () => true,
        () => false,
      )
      if (kept || isEmpty(secrets)) return clearFile(profile)
      // Without a file nobody has been told yet; from now on there is one.
      if (readSecretsFile(paths.secretsFile) === undefined) note(fileNote(paths))
      await file.write(profile, secrets)
    },
  }
}

function fileNote(paths: Paths): string {
  return (
    `No keychain can be used here: secrets are kept in ${paths.secretsFile}, readable by you alone. ` +
    'To choose this yourself: commsctl config set secret-store file'
  )
}

function refuseKeychain(cause: unknown): never {
  throw new CliError('The keychain of this system cannot be used.', {
    code: 'no-keychain',
    exit: ExitCode.NotAuthenticated,
    hint: 'Unlock it, or keep secrets in a file: commsctl config set secret-store auto',
    cause,
  })
}

/** An entry that is not ours counts as none: logging in replaces it. */
function parse(text: string | undefined): ProfileSecrets {
  if (text === undefined) return {}
  try {
    return JSON.parse(text) as ProfileSecrets
  } catch {
    return {}
  }
}

function without<T extends object>(object: T, key: keyof T): T {
  const rest = {...object}
  delete rest[key]
  return rest
}

function isEmpty(secrets: ProfileSecrets): boolean {
  return Object.keys(secrets).length === 0
}
