import {type HostName} from '../client/wire.ts'
import {type Environment} from '../client/proxy.ts'
import {type Console} from '../console.ts'
import {CliError} from '../errors.ts'
import {sourceInForce} from '../profile/credentials.ts'
import {type SecretStore} from '../profile/secrets.ts'
import {hostsOf, type Settings} from '../profile/settings.ts'
import {patienceMs} from '../status/service-state.ts'
import {type Place, placesOf} from './place.ts'

/** What an examination begins with, as far as it can be made out. */
export interface Circumstances {
  console: Console
  env: Environment
  /** How long a single look may take. */
  timeoutMs: number
  /** Undefined where they are broken. */
  settings: Settings | undefined
  /** Where requests go to; one place without a name where that is not known. */
  places: readonly Place[]
  isEmbedded: boolean
  uses: {cpaas: boolean; murano: boolean}
}

export async function circumstancesOf(console: Console): Promise<Circumstances> {
  const settings = unlessBroken(() => console.settings)
  const uses = settings === undefined ? {cpaas: true, murano: false} : await usesOf(settings, console)
  const wanted: HostName[] = [
    ...(uses.cpaas ? (['api', 'auth'] as const) : []),
    ...(uses.murano ? (['murano'] as const) : []),
  ]
  return {
    console,
    settings,
    uses,
    env: process.env,
    timeoutMs: Math.min(console.timeoutMs, patienceMs),
    places: settings === undefined ? [nowhere] : placesOf(hostsOf(settings), wanted),
    isEmbedded: settings?.profile?.embedded === true,
  }
}

/** Nobody asks there: what says where to go is to be mended first. */
const nowhere: Place = {hosts: ['api', 'auth'], origin: '', hostname: '', port: 0, isEncrypted: true, name: ''}

/** Which platforms somebody works with here: the CPaaS, unless all that there is is for Murano. */
async function usesOf(settings: Settings, console: Console): Promise<Circumstances['uses']> {
  const store = await console.secrets()
  const murano = await usesMurano(settings, store).catch(unlessOurs(false))
  const cpaas = !murano || (await hasLogin(settings, store))
  return {cpaas, murano}
}

/** Whether there is a login, a host that somebody has named, or a login’s secrets are kept and cannot be read. */
async function hasLogin(settings: Settings, store: SecretStore): Promise<boolean> {
  if (settings.origin('api_host').source !== 'default') return true
  return sourceInForce({settings, store}).then(() => true, unlessOurs(true, 'not-authenticated'))
}

/** Whether there is a login to Murano, or a host that somebody has named. */
async function usesMurano({values, profile, origin}: Settings, store: SecretStore): Promise<boolean> {
  if (values.murano_token !== undefined || values.murano_password !== undefined) return true
  if (origin('murano_host').source !== 'default') return true
  return profile !== undefined && (await store.get(profile.name, 'murano_token')) !== undefined
}

/** What a failure amounts to; one of the code that is named, to the opposite. Throws what is none of the user’s. */
function unlessOurs(value: boolean, opposite?: string): (error: unknown) => boolean {
  return (error) => {
    if (!(error instanceof CliError)) throw error
    return error.code === opposite ? !value : value
  }
}

function unlessBroken<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof CliError) return undefined
    throw error
  }
}
