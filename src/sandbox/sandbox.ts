import {randomBytes} from 'node:crypto'
import {type FastifyInstance} from 'fastify'
import {Agenda, type AgendaState} from './agenda.ts'
import {firstSegments} from './area-routes.ts'
import {Clock, type ClockState} from './clock.ts'
import {type Fault, Faults} from './faults.ts'
import {Courier} from './pubsub/courier.ts'
import {accounts, identities} from './records.ts'
import {upgradeAuth} from './seed/auth.ts'
import {upgradeMurano} from './seed/murano.ts'
import {defaultNumbers, seed} from './seed/seed.ts'
import {firstSegmentOf, type RoutedRequest} from './routed-url.ts'
import {type ServerOptions} from './server.ts'
import {Store} from './store.ts'
import {brands} from './ten-dlc/brands.ts'
import {campaigns} from './ten-dlc/campaigns.ts'
import {ownFileFault} from '../lib/profile/own-file-fault.ts'

export interface SandboxOptions {
  /** The SQLite file; made when there is none. */
  file: string
  /** How many numbers a fresh sandbox sells: 5,000 unless told otherwise. */
  numbers?: number
  /** Whether it forgives what some clients send that is broken, and stores what came. */
  lenient?: boolean
}

export interface SandboxStatus {
  file: string
  /** Bytes. */
  size: number
  schema: number
  clock: ClockState
  counts: {
    accounts: number
    users: number
    numbers: {total: number; provisioned: number}
    brands: number
    campaigns: number
  }
  agenda: AgendaState
  faults: Fault[]
}

/** An emulator of the CPaaS: state, time and faults, and the HTTP application in front of them. */
export class Sandbox {
  readonly store: Store
  readonly clock: Clock
  readonly faults: Faults
  readonly agenda: Agenda
  readonly courier: Courier
  readonly lenient: boolean
  readonly #numbers: number | undefined
  #app: Promise<FastifyInstance> | undefined
  readonly #parts = new Map<string, Promise<FastifyInstance>>()

  constructor({file, numbers, lenient = false}: SandboxOptions) {
    this.store = new Store(file)
    this.clock = new Clock(this.store)
    this.faults = new Faults(this.store)
    this.agenda = new Agenda(this.store, this.clock)
    this.courier = new Courier(this.store, this.clock)
    this.lenient = lenient
    this.#numbers = numbers
    this.#seedOnce()
  }

  /** The HTTP application, ready for `inject` and `listen`; loaded when it is asked for first. */
  app(): Promise<FastifyInstance> {
    return (this.#app ??= this.#build())
  }

  /** The same with the page for people, for one that is put on a port. To be asked for first. */
  appWithPage(): Promise<FastifyInstance> {
    return (this.#app ??= import('./page-server/page-routes.ts').then(({page}) => this.#build({more: page})))
  }

  /** An application that answers this request: one with the routes of a single area is there sooner than the whole. */
  async appFor(request: RoutedRequest): Promise<FastifyInstance> {
    const only = firstSegmentOf(request, firstSegments)
    // What is due may be of any area.
    if (only === undefined || this.#app !== undefined || this.agenda.isDue()) return this.app()
    const app = this.#parts.get(only) ?? this.#build({only})
    this.#parts.set(only, app)
    return app
  }

  async #build(options?: ServerOptions): Promise<FastifyInstance> {
    const {buildServer} = await import('./server.ts')
    return buildServer(this, options)
  }

  /** Does what has become due by now, and delivers what is to be delivered: for when the clock was moved. */
  async catchUp(): Promise<void> {
    // Only the application knows how to do what is put down, and takes a while to load.
    if (this.agenda.isDue()) {
      await this.app()
      await this.agenda.run()
    }
    await this.courier.deliverBriefly()
  }

  /** Back to the seeded state: records, contents of files, clock and faults. Tokens given out before are no longer valid. */
  reset(): void {
    this.store.transaction(() => {
      const numbers = this.#numbers ?? this.store.setting<number>('seeded_numbers')
      this.store.clear()
      this.#seed(numbers ?? defaultNumbers)
    })
    this.store.contents.clear()
  }

  status(): SandboxStatus {
    const {store} = this
    return {
      file: store.file,
      size: store.size(),
      schema: store.schema,
      clock: this.clock.state(),
      counts: {
        accounts: store.collection(accounts).count(),
        users: store.collection(identities).count(),
        numbers: store.numbers.counts(),
        brands: store.collection(brands).count(),
        campaigns: store.collection(campaigns).count(),
      },
      agenda: this.agenda.state(),
      faults: this.faults.list(),
    }
  }

  /** Ends open connections, delivers what was published, for a few seconds at most, and closes the file. */
  async close(): Promise<void> {
    const apps = await Promise.all([...this.#parts.values(), ...(this.#app === undefined ? [] : [this.#app])])
    await Promise.all(apps.map((app) => app.close()))
    await this.courier.finish()
    this.store.close()
  }

  #seedOnce(): void {
    if (this.store.setting('seeded_numbers') !== undefined) return this.#upgrade()
    this.store.transaction(() => {
      // Another process may have been faster.
      if (this.store.setting('seeded_numbers') === undefined) this.#seed(this.#numbers ?? defaultNumbers)
    })
  }

  /** What came to the emulator after this sandbox was made. */
  #upgrade(): void {
    upgradeAuth(this.store)
    upgradeMurano(this.store)
  }

  #seed(numbers: number): void {
    seed(this.store, numbers)
    this.store.setSetting('token_key', randomBytes(32).toString('base64'))
    this.store.setSetting('seeded_numbers', numbers)
  }
}

/** Opens the sandbox in that file, seeding it when it is new. Throws a CliError when the file is not a sandbox of this version. */
export function openSandbox(options: SandboxOptions): Sandbox {
  try {
    return new Sandbox(options)
  } catch (error) {
    throw ownFileFault(error, options.file)
  }
}
