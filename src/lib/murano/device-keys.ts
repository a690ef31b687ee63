import {type Console} from '../console.ts'
import {authenticationError, CliError, usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {originOf} from '../profile/host.ts'
import {type ProfileSecrets} from '../profile/secrets.ts'

/** A device by what it is known under: the id of its product, and its identity. */
export interface DeviceName {
  product: string
  identity: string
}

/** The keys of devices that were activated here, in the profile’s part of the secret store. */
export class DeviceKeys {
  private constructor(
    private readonly console: Console,
    private readonly profile: string,
  ) {}

  /** Throws a usage error where there is no profile to keep keys in. */
  static of(console: Console): DeviceKeys {
    const {profile} = console.settings
    if (profile !== undefined) return new DeviceKeys(console, profile.name)
    throw usageError('There is no profile to keep keys of devices in.', {hint: 'Make one: commsctl murano login'})
  }

  /** The key of a device for a host. Throws exit 3 where there is none, or it is one of another host. */
  async get(device: DeviceName, host: string): Promise<string> {
    const {secrets} = await this.console.connection()
    const {[nameOf(device)]: key} = (await secrets.get(this.profile, 'murano_devices')) ?? {}
    const {identity, product} = device
    const activation = `commsctl murano devices activate ${identity} --product ${product}`
    if (key === undefined) {
      throw authenticationError(`No key of ${identity} is stored in the profile “${this.profile}”.`, {
        hint: `Give it with --cik, or activate the device here: ${activation}`,
      })
    }
    if (key.origins.includes(originOf(host))) return key.value
    throw authenticationError(
      `The key of ${identity} is for ${key.origins.join(' and ')}, not for ${originOf(host)}.`,
      {
        hint: 'Leave out --device-host, or give the key with --cik.',
      },
    )
  }

  /** Throws where it cannot be stored: the device is activated then, and nobody has its key. */
  async keep(device: DeviceName, host: string, value: string): Promise<void> {
    try {
      await this.#change((keys) => ({...keys, [nameOf(device)]: {value, origins: [originOf(host)]}}))
    } catch (error) {
      throw keyLost(device, error)
    }
  }

  /** Throws where nothing can be stored: before a key is asked for that is given once. */
  async mustBeWritable(): Promise<void> {
    await this.#change((keys) => keys)
  }

  /** Of a device that has no key any more. */
  async forget(device: DeviceName): Promise<void> {
    const {secrets} = await this.console.connection()
    const stored = await secrets.get(this.profile, 'murano_devices')
    if (stored?.[nameOf(device)] === undefined) return
    await this.#change((keys) => Object.fromEntries(Object.entries(keys).filter(([name]) => name !== nameOf(device))))
  }

  async #change(edit: (keys: NonNullable<ProfileSecrets['murano_devices']>) => ProfileSecrets['murano_devices']) {
    const {secrets} = await this.console.connection()
    await secrets.change(this.profile, ({murano_devices = {}, ...others}) => {
      const keys = edit(murano_devices) ?? {}
      return Object.keys(keys).length === 0 ? others : {...others, murano_devices: keys}
    })
  }
}

function nameOf({product, identity}: DeviceName): string {
  return `${product}/${identity}`
}

function keyLost({product, identity}: DeviceName, cause: unknown): CliError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new CliError(`${identity} is activated, but its key could not be stored and is lost: ${reason}`, {
    code: 'key-lost',
    exit: ExitCode.Unavailable,
    hint: `To activate it anew: commsctl murano devices revoke ${identity} --product ${product}`,
    cause,
  })
}
