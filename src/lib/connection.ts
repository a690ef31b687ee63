import {Client} from './client/client.ts'
import {type Credentials} from './client/credentials.ts'
import {type Observer, type UploadObserver} from './client/events.ts'
import {type IdMemory} from './operation/id-memory.ts'
import {type Ledger} from './journal/ledger.ts'
import {Network} from './network.ts'
import {once} from './once.ts'
import {type Service, type ServiceOptions} from './operation/service.ts'
import {type Fallback} from './parameter.ts'
import {readClaims} from './profile/access-token.ts'
import {type Config} from './profile/config-file.ts'
import {createCredentials} from './profile/credentials.ts'
import {type Paths} from './profile/paths.ts'
import {createSecretStore, type SecretStore} from './profile/secrets.ts'
import {type Embedded} from '../sandbox/embedded.ts'
import {hostsOf, type Settings} from './profile/settings.ts'

export interface ConnectionOptions {
  settings: Settings
  config: Config
  paths: Paths
  version: string
  ids: IdMemory
  timeoutMs: number
  debug: boolean
  /** The trace to join; a fresh one when left out. */
  traceId?: string | undefined
  signal: AbortSignal
  observe?: Observer | undefined
  uploads?: UploadObserver | undefined
  /** For people: warnings and progress. */
  note: (message: string) => void
  waiting: ServiceOptions['waiting']
  /** Words of the command. */
  command: string
  /** What is shared with other runs, whose owner closes it; its own when left out. */
  network?: Network | undefined
}

/** What a command talks to: the platform of the profile, or the sandbox inside this process. */
export class Connection {
  readonly secrets: SecretStore
  readonly client: Client
  readonly service: Service
  readonly #options: ConnectionOptions
  readonly #network: Network
  #credentials: Credentials
  #ledger: Ledger | undefined

  private constructor(
    options: ConnectionOptions,
    {network, sandbox}: {network: Network; sandbox: Embedded | undefined},
    ServiceClass: typeof Service,
  ) {
    const {settings, config, paths, note, timeoutMs} = options
    this.#options = options
    this.#network = network
    this.secrets = createSecretStore({paths, mode: config.settings['secret-store'] ?? 'auto', note})
    this.#credentials = createCredentials({
      settings,
      store: this.secrets,
      paths,
      requestToken: (...request) => this.client.requestToken(...request),
      requestMuranoToken: async (email, password) => {
        const {createToken} = await import('./murano/session-calls.ts')
        return (await this.service.call(createToken, {email, password})).token
      },
      sessions: network.sessions,
      ...(sandbox && {seededAccess: async () => sandbox.access}),
    })
    this.client = new Client({
      hosts: hostsOf(settings),
      apiVersion: settings.values.api_version,
      credentials: {
        accessToken: () => this.#credentials.accessToken(),
        renew: (refused) => this.#credentials.renew(refused),
        basicToken: () => this.#credentials.basicToken(),
        muranoToken: () => this.#credentials.muranoToken(),
      },
      version: options.version,
      timeoutMs,
      debug: options.debug,
      traceId: options.traceId,
      signal: options.signal,
      readOnly: settings.profile?.readOnly === true ? settings.profile.name : undefined,
      observe: options.observe,
      uploads: options.uploads,
      connections: network.connections(sandbox),
    })
    this.service = new ServiceClass({
      client: this.client,
      ids: options.ids,
      mended: async (refusal) => {
        const {endedOr} = await import('./murano/ended-token.ts')
        return endedOr(refusal, this.service, await this.muranoToken(), settings.profile?.name)
      },
      fallback: (fallback) => this.fallback(fallback),
      timeoutMs,
      signal: options.signal,
      waiting: options.waiting,
      ledger: this.ledger,
    })
  }

  /** What was done in this run goes there. */
  readonly ledger = once(async () => {
    const {Ledger: LedgerClass} = await import('./journal/ledger.ts')
    const {settings, paths, command} = this.#options
    this.#ledger = new LedgerClass({
      file: paths.ledger,
      command,
      profile: settings.profile?.name ?? null,
      api_host: settings.values.api_host,
      user: async () => (await this.fallback('user').catch(() => undefined)) ?? null,
      traceId: this.client.traceId,
    })
    return this.#ledger
  })

  /** Opens nothing on the network yet; for the embedded profile, the sandbox's store. */
  static async open(options: ConnectionOptions): Promise<Connection> {
    const network = options.network ?? new Network()
    const embedded = options.settings.profile?.embedded === true
    const sandbox = embedded ? await network.sandbox(options.paths) : undefined
    const {Service: ServiceClass} = await import('./operation/service.ts')
    return new Connection(options, {network, sandbox}, ServiceClass)
  }

  /** What to act on where a command leaves it out: the settings', or what the token says. */
  async fallback(fallback: Fallback): Promise<string | undefined> {
    const setting = this.#options.settings.values[fallback]
    if (setting !== undefined) return setting
    if (fallback === 'account' || fallback === 'user') {
      return (await readClaims(await this.#credentials.accessToken()))[fallback]
    }
    const {muranoFallback} = await import('./murano/fallbacks.ts')
    return muranoFallback(fallback, this.service, () => this.muranoToken())
  }

  accessToken(): Promise<string> {
    return this.#credentials.accessToken()
  }

  muranoToken(): Promise<string> {
    return this.#credentials.muranoToken()
  }

  /** Requests carry this token from here on, and no other: at a login it is not stored yet, at a logout not to be renewed. */
  useToken(token: string): void {
    this.#credentials = {...this.#credentials, accessToken: async () => token, renew: async () => undefined}
  }

  /** The same for requests to Murano. */
  useMuranoToken(token: string): void {
    this.#credentials = {...this.#credentials, muranoToken: async () => token}
  }

  /** For a command that goes on for long: the sandbox, where it is in this process, does meanwhile what becomes due. */
  async attend(): Promise<void> {
    await this.#network.attend()
  }

  async close(): Promise<void> {
    await this.#ledger?.close()
    if (this.#options.network === undefined) await this.#network.close()
  }
}
