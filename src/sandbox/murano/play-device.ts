import {CliError, usageError} from '../../lib/errors.ts'
import {ExitCode} from '../../lib/exit-code.ts'
import {OwnRefusal} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'
import {activate} from './activation.ts'
import {type Device, deviceId, devices, deviceView, mustFindDevice} from './devices.ts'
import {runHandlers} from './events.ts'
import {solutions} from './records.ts'
import {writeDevice} from './write-device.ts'

/** Where the sandbox's own devices are. */
const ip = '127.0.0.1'

export interface PlayedWrite {
  identity: string
  status: string
  /** Microseconds since 1970. */
  lastseen: number
  state: Device['state']
}

/** Lets a device report values, activated first where it waits for that; applications have been told when it is done. Throws a CliError where a real one would be refused. */
export async function playWrite(
  sandbox: Sandbox,
  {product, identity, values}: {product: string; identity: string; values: Readonly<Record<string, string>>},
): Promise<PlayedWrite> {
  const {store} = sandbox
  const productId = mustKnowProduct(store, product)
  const written = asCliError(() =>
    store.transaction(() => {
      if (store.collection(devices).get(deviceId(productId, identity))?.cik === null) {
        activate(sandbox, productId, identity, ip)
      }
      const device = mustFindDevice(store, productId, identity)
      if (device.locked) throw new OwnRefusal(403, 'Device is locked')
      return writeDevice(sandbox, device, {...values}, ip)
    }),
  )
  await runHandlers(sandbox)
  const {status, lastseen} = deviceView(sandbox, written)
  return {identity, status, lastseen, state: written.state}
}

/** `ALIAS=VALUE`, each once. Throws a usage error. */
export function reportedValues(typed: readonly string[]): Record<string, string> {
  const pairs = typed.map((text): [string, string] => {
    const at = text.indexOf('=')
    if (at < 1) throw usageError(`VALUES: “${text}” is not ALIAS=VALUE.`, {hint: 'Write for example temperature=4.2.'})
    return [text.slice(0, at), text.slice(at + 1)]
  })
  const values = Object.fromEntries(pairs)
  if (Object.keys(values).length < pairs.length) throw usageError('VALUES: an alias is named twice.')
  return values
}

function mustKnowProduct(store: Store, product: string): string {
  const products = store.collection(solutions).find({where: {type: 'product'}})
  const found = products.find(({id, name}) => id === product || name === product)
  if (found) return found.id
  throw new CliError(`The sandbox has no product ${product}.`, {
    code: 'unknown-product',
    exit: ExitCode.NotFound,
    hint: `It has: ${products.map(({id, name}) => `${name} (${id})`).join(', ')}`,
  })
}

const exits: Readonly<Record<number, ExitCode>> = {403: ExitCode.NotPermitted, 404: ExitCode.NotFound}

function asCliError<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof OwnRefusal)) throw error
    const {status, message} = error
    throw new CliError(`The sandbox refuses the device: ${message}.`, {
      code: 'device-refused',
      exit: exits[status] ?? ExitCode.Refused,
      status,
    })
  }
}
