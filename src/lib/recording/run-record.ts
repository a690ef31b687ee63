import {type Observer} from '../client/events.ts'
import {addToHistory} from '../history/history-file.ts'
import {maskedArguments, type Token, withoutValues} from '../history/masked-arguments.ts'
import {type Shape} from '../operation/declaration.ts'
import {type Terminal} from '../output/terminal.ts'
import {type DebugFormat} from '../parsable.ts'
import {shellWord} from '../shell-quote.ts'
import {type Exchange, ExchangeLog} from './exchange.ts'

/** The history keeps the last requests of a command, and no large bodies. */
const keptRequests = 100
const keptBody = 8 * 1024

export interface RunRecordOptions {
  /** The words of the command's name. */
  command: string
  /** What was typed after them, or before. */
  argv: readonly string[]
  version: string
}

/** How a run has ended. */
export interface Ending {
  exit: number
  code: string | undefined
  /** Of the error. */
  traceId: string | undefined
  profile: string | undefined
}

/** What is asked to be shown or recorded of the requests of a run. */
export interface Listening {
  debug: DebugFormat | undefined
  /** Whether the heads of replies are shown. */
  heads: boolean
  /** The file of a recording. */
  har: string | undefined
}

/** Who listens to the requests of one run: --debug, --include, --har and the history. */
export class RunRecord {
  readonly #options: RunRecordOptions
  readonly #begun = new Date()
  /** The words as they were typed, but for some flags, secrets masked. */
  #lineWithout: (flags: readonly string[]) => readonly string[]
  #log: ExchangeLog | undefined
  readonly #listeners: Observer[] = []
  #writeHar: ((exchanges: readonly Exchange[]) => void) | undefined

  constructor(options: RunRecordOptions) {
    this.#options = options
    this.#lineWithout = () => withoutValues(options.argv)
  }

  /** The command line has been understood. */
  understood(tokens: readonly Token[], {parameters}: Pick<Shape, 'parameters'>): void {
    this.#lineWithout = (flags) =>
      maskedArguments(
        tokens.filter((token) => token.type === 'arg' || !flags.includes(token.flag)),
        parameters,
      )
  }

  /** The command for others to see, secrets masked, as a shell takes it apart into the same words. */
  get commandLine(): string {
    return this.commandLineWith([])
  }

  /** The same with other flags in place of some. */
  commandLineWith(words: readonly string[], {without = []}: {without?: readonly string[]} = {}): string {
    return [this.#options.command, ...[...this.#lineWithout(without), ...words].map(shellWord)].join(' ')
  }

  /** Throws a usage error for a recording that could not be written. */
  async checkHar(path: string): Promise<void> {
    const [{NewFile}, {toHar}] = await Promise.all([import('../output/new-file.ts'), import('./har.ts')])
    const file = new NewFile(path, '--har')
    file.check()
    this.#writeHar = (exchanges) => file.writeJson(toHar(exchanges, this.#options.version))
  }

  /** Tells one more of all requests that follow; before the connection is opened. */
  listen(observer: Observer): void {
    this.#listeners.push(observer)
  }

  async observer({debug, heads, har}: Listening, terminal: Terminal): Promise<Observer> {
    const log = new ExchangeLog({replies: har !== undefined, keep: har === undefined ? keptRequests : Infinity})
    this.#log = log
    this.#listeners.push(log.observe)
    if (debug !== undefined || heads) {
      const {debugObserver, headObserver, jsonDebugObserver} = await import('../output/debug.ts')
      const show = debug === undefined ? headObserver : debug === 'json' ? jsonDebugObserver : debugObserver
      this.#listeners.unshift(show(terminal))
    }
    return (event) => this.#listeners.forEach((listener) => listener(event))
  }

  /** Writes the recording that was asked for. Throws a usage error where that is not possible. */
  saveHar(): void {
    this.#writeHar?.(this.#log?.exchanges ?? [])
  }

  /** Adds the run to the history. One that cannot be written is no failure of the command. */
  saveHistory(folder: string, {exit, code, traceId, profile}: Ending): void {
    const exchanges = this.#log?.exchanges ?? []
    const traces = new Set([...exchanges.map(({trace}) => trace), ...(traceId === undefined ? [] : [traceId])])
    try {
      addToHistory(folder, {
        ...{time: this.#begun.toISOString(), command: this.#options.command, arguments: [...this.#lineWithout([])]},
        ...{profile, exit, code, milliseconds: Date.now() - this.#begun.getTime(), trace_ids: [...traces]},
        ...{request_count: this.#log?.count ?? 0, requests: exchanges.slice(-keptRequests).map(forHistory)},
      })
    } catch {
      // There is no room, or no right to write there.
    }
  }
}

function forHistory({reply, body, ...exchange}: Exchange): Exchange {
  const isSmall = body !== undefined && JSON.stringify(body).length <= keptBody
  return {
    ...exchange,
    ...(isSmall && {body}),
    ...(reply && {
      reply: {status: reply.status, headers: {}, phases: reply.phases, receive: reply.receive, size: reply.size},
    }),
  }
}
