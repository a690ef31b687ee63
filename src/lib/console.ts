import {join} from 'node:path'
import {type Connection} from './connection.ts'
import {CliError, usageError} from './errors.ts'
import {ExitCode} from './exit-code.ts'
import {checkCounts, checkDuration, checkUuid} from './input/checks.ts'
import {type Draft} from './input/editor.ts'
import {type Asker} from './input/prompt.ts'
import {InputReader} from './input/read-value.ts'
import {isRemembered} from './history/is-remembered.ts'
import {Interruption} from './interruption.ts'
import {type Shape} from './operation/declaration.ts'
import {type Consequences} from './operation/go-ahead.ts'
import {idMemory, type IdMemory} from './operation/id-memory.ts'
import {type ValueSources} from './operation/values.ts'
import {exitOf, reportError} from './output/error.ts'
import {formatAsTyped} from './output/format.ts'
import {note, warn} from './output/messages.ts'
import {outputSetting} from './output/output-setting.ts'
import {type Printer} from './output/printer.ts'
import {Printing} from './output/printing.ts'
import {Transfer, Waiting} from './output/progress.ts'
import {systemTerminal, type Terminal} from './output/terminal.ts'
import {type Parameter} from './parameter.ts'
import {debugFormat, type DebugFormat} from './parsable.ts'
import {readConfig, type Config} from './profile/config-file.ts'
import {ownFileFault} from './profile/own-file-fault.ts'
import {resolvePaths, type Paths} from './profile/paths.ts'
import {type SecretStore} from './profile/secrets.ts'
import {chosenProfile, type Resolved, resolveSettings, type Settings, type SettingsInput} from './profile/settings.ts'
import {typedSettings} from './profile/typed-settings.ts'
import {atExit} from './process-end.ts'
import {type Program} from './program.ts'
import {RunRecord} from './recording/run-record.ts'
import {type Surroundings} from './surroundings.ts'

const defaultTimeoutMs = 60_000

type Flags = Readonly<Record<string, unknown>>

/** One run of a command and all that it reaches: the terminal, the settings, the service. Opened as far as it is used. */
export class Console {
  readonly terminal: Terminal
  readonly paths: Paths = resolvePaths()
  readonly input: InputReader
  readonly printing: Printing
  /** What is seen, recorded and remembered of this run. */
  readonly record: RunRecord
  /** What the process exits with when nothing is thrown. */
  exitCode: ExitCode = ExitCode.Done
  /** How long to wait for the service, in milliseconds. */
  timeoutMs = defaultTimeoutMs
  readonly #surroundings: Surroundings | undefined
  readonly #interruption: Interruption
  readonly #id: string
  readonly #argv: readonly string[]
  readonly #staysAtExit: () => void
  #draft: Draft | undefined
  #flags: Flags = {}
  #command = ''
  #shape: Pick<Shape, 'online' | 'diagnoses' | 'makesProfile' | 'runsOthers' | 'parameters'> = {parameters: {}}
  #config: Config | undefined
  #settings: Settings | undefined
  #connection: Promise<Connection> | undefined
  #ids: IdMemory | undefined
  #traceId: string | undefined
  /** What was reported last. */
  #failure: CliError | undefined

  constructor(
    readonly program: Program,
    {id, argv}: {id: string; argv: readonly string[]},
    surroundings?: Surroundings,
  ) {
    this.#id = id
    this.#argv = argv
    this.#surroundings = surroundings
    this.terminal = surroundings?.terminal ?? systemTerminal()
    this.printing = new Printing(this.terminal)
    this.#interruption = new Interruption(surroundings?.signal)
    this.input = surroundings?.input ?? new InputReader(this.terminal, process.env, this.signal)
    this.record = new RunRecord({command: id, argv, version: program.version})
    this.#staysAtExit = atExit(this.#remember)
  }

  /** Takes in the parsed flags and checks those that all commands share, before anything is sent. */
  async begin(flags: Flags, shape: Shape, command = ''): Promise<void> {
    this.#flags = flags
    this.#command = command
    this.#shape = shape
    if (shape.runsOthers === true) this.#makeWay()
    if (shape.effect !== undefined || shape.reply?.kind === 'outcomes') this.#interruption.takeClosedOutput()
    if (shape.online !== false) await this.#beginRecording()
    if (shape.reply === undefined && shape.online === false) return
    const jq = flags['jq'] as string | undefined
    if (jq !== undefined) await (await import('./output/jq.ts')).checkJq(jq)
    if (typeof flags['timeout'] === 'string') this.timeoutMs = checkDuration(flags['timeout'], '--timeout')
    checkCounts(flags)
    this.printing.begin(flags, {shape, output: this.#output, debug: this.#debug})
  }

  /** What is run from here on has Ctrl-C to itself. */
  #makeWay(): void {
    if (this.#surroundings !== undefined) {
      throw usageError(`commsctl ${this.#id} cannot be run here: it would run inside of another command.`, {
        code: 'nested',
      })
    }
    this.#interruption.end()
  }

  get printer(): Printer {
    return this.printing.printer
  }

  get config(): Config {
    return (this.#config ??= readConfig(this.paths.configFile))
  }

  /** Every setting with its value and origin, for the profile in force. */
  get settings(): Settings {
    return (this.#settings ??= resolveSettings(this.#settingsInput))
  }

  /** The profile to change or show where a command leaves it out. Throws a usage error when none is named or current. */
  get profileName(): string {
    const name = chosenProfile(this.#settingsInput)
    if (name !== undefined) return name
    throw usageError('No profile is named, and none is current.', {
      hint: 'Run commsctl login, or choose one: commsctl profiles use NAME',
    })
  }

  /** Whether a slip costs: the profile in force is marked as production. */
  get isProduction(): boolean {
    return this.settings.profile?.production === true
  }

  /** Where secrets are kept, for commands that reach no service. */
  async secrets(): Promise<SecretStore> {
    const {createSecretStore} = await import('./profile/secrets.ts')
    const mode = this.config.settings['secret-store'] ?? 'auto'
    return createSecretStore({paths: this.paths, mode, note: (message) => void this.warn(message)})
  }

  /** Works with another profile from here on; before anything is sent. */
  useProfile(name: string): void {
    this.#flags = {...this.#flags, profile: name}
    this.#settings = undefined
  }

  /** Aborted by Ctrl-C. */
  get signal(): AbortSignal {
    return this.#interruption.signal
  }

  /** Aborted when a command that goes on until it is ended is to wind up: by Ctrl-C, by a signal, or since nobody reads on. */
  ending(): AbortSignal {
    return this.#interruption.ending((exit) => (this.exitCode = exit))
  }

  /** Who answers questions in place of people at the terminal. */
  get asker(): Asker | undefined {
    return this.#surroundings?.asker
  }

  /** Ids by the names that people give; apart for each host and profile. */
  get ids(): IdMemory {
    return (this.#ids ??= idMemory(join(this.paths.cache, 'ids.json'), this.settings))
  }

  connection(): Promise<Connection> {
    return (this.#connection ??= this.#connect())
  }

  /** Where values come from that were not typed. */
  valueSources(): ValueSources {
    return {
      input: this.input,
      fallback: async (fallback) => this.settings.values[fallback] ?? (await this.connection()).fallback(fallback),
      ...(this.terminal.isInteractive && {ask: (parameter: Parameter) => this.askFor(parameter)}),
    }
  }

  note(message: string): Promise<void> {
    return note(this.terminal, message)
  }

  warn(message: string): Promise<void> {
    return warn(this.terminal, message)
  }

  /**
   * Asks before something that costs money or cannot be undone; `--yes` answers it, in production with `--production-ok`. Where
   * nobody can be asked it must be given. `consequences` are shown before the question.
   */
  async confirm(question: string, consequences?: Consequences): Promise<void> {
    const {goAhead} = await import('./operation/go-ahead.ts')
    const profile = this.#shape.online === false ? undefined : this.settings.profile
    const {yes, 'production-ok': productionOk} = this.#flags
    await goAhead(question, {consequences, profile, isAgreed: yes === true, inProduction: productionOk === true}, this)
  }

  /**
   * From here on Ctrl-C leaves requests alone, for a command that winds up by itself when its signal is aborted. `farewell` says
   * what a second one leaves behind. To be called before there is a connection.
   */
  windsUp(farewell: () => string | undefined): void {
    this.#interruption.outlive(async () => {
      const left = farewell()
      if (left !== undefined) await this.terminal.err(`${left}\n`)
      await this.terminal.flush()
    })
  }

  /** Breaks off requests whose replies nobody waits for any more. */
  endRequests(): void {
    this.#interruption.endRequests()
  }

  /** Keeps what somebody wrote until the command has done its work: nothing that was typed is lost in a failure. */
  keep(draft: Draft): void {
    this.#draft = draft
  }

  /** Reports a failure on stderr and gives back its exit code. */
  async report(error: unknown): Promise<ExitCode> {
    const exit = await this.#report(error)
    if (this.#draft !== undefined && (await this.#draft.isWritten())) {
      await this.note(`What you wrote is kept; go on with --body @${this.#draft.file}`)
      this.#draft = undefined
    }
    return exit
  }

  async #report(failure: unknown): Promise<ExitCode> {
    const shown = this.#interruption.explained(ownFileFault(failure))
    this.#failure = shown instanceof CliError ? shown : undefined
    if (this.#surroundings?.failed !== undefined) {
      this.#surroundings.failed(shown)
      return exitOf(shown)
    }
    if (this.printing.isBegun) return this.printer.error(shown)
    const {terminal} = this
    return reportError(shown, {terminal, format: formatAsTyped(this.#argv), debug: this.#debug})
  }

  /** Winds up after a run that is to exit so; gives back what it does exit with. */
  async close(exit: ExitCode): Promise<ExitCode> {
    this.#interruption.end()
    await this.#draft?.discard()
    await (await this.#connection?.catch(() => undefined))?.close()
    this.exitCode = await this.#saveRecording(exit)
    this.#staysAtExit()
    this.#remember()
    this.terminal.quiet = false
    this.#surroundings?.ended?.(this.record)
    return this.exitCode
  }

  /** Throws a usage error for what cannot be recorded, or joined to a trace. */
  async #beginRecording(): Promise<void> {
    const {har, 'trace-id': trace} = this.#flags as Readonly<Record<string, string | undefined>>
    this.#traceId = trace === undefined ? undefined : checkUuid(trace, '--trace-id')
    if (har !== undefined) await this.record.checkHar(har)
  }

  /** A recording that is lost is a failure, but not in place of another. */
  async #saveRecording(exit: ExitCode): Promise<ExitCode> {
    try {
      this.record.saveHar()
      return exit
    } catch (error) {
      const lost = await this.#report(error)
      return exit === ExitCode.Done ? lost : exit
    }
  }

  /** Adds the run to the history; also where the process ends before its time, by a signal or since nobody reads on. */
  readonly #remember = (exit: ExitCode = this.exitCode): void => {
    if (!isRemembered(this.#id, this.#shape, () => this.config)) return
    const {code, traceId} = this.#failure ?? {}
    this.record.saveHistory(this.paths.history, {exit, code, traceId, profile: this.#knownProfile})
  }

  get #knownProfile(): string | undefined {
    try {
      return chosenProfile(this.#settingsInput)
    } catch {
      return undefined
    }
  }

  get #debug(): DebugFormat | undefined {
    return debugFormat(this.#argv)
  }

  /** Shows how far a file is on its way; nothing beside what `--debug` shows. */
  transfer(label: string): Transfer | undefined {
    return this.#debug !== undefined ? undefined : new Transfer(this.terminal, label)
  }

  async askFor(parameter: Parameter): Promise<string> {
    const {askFor} = await import('./input/ask-for.ts')
    return askFor(parameter, this)
  }

  get #settingsInput(): SettingsInput {
    const mayBeNew = this.#shape.makesProfile === true
    return typedSettings(this.#flags as Record<string, string>, this.config, {mayBeNew, around: this.#surroundings})
  }

  get #output(): Resolved<string> {
    const sources = {flags: this.#flags, input: () => this.#settingsInput, settings: () => this.settings}
    return outputSetting(this.#shape, sources)
  }

  async #connect(): Promise<Connection> {
    const {Connection: ConnectionClass} = await import('./connection.ts')
    const {settings, config, paths, timeoutMs} = this
    const {har, include} = this.#flags
    const heads = include === true && !('include' in this.#shape.parameters)
    const observe = await this.record.observer(
      {debug: this.#debug, heads, har: har as string | undefined},
      this.terminal,
    )
    return ConnectionClass.open({
      ...{settings, config, paths, timeoutMs},
      signal: this.#interruption.requests,
      debug: this.#debug !== undefined,
      traceId: this.#traceId,
      observe,
      ids: this.ids,
      version: this.program.version,
      network: this.#surroundings?.network,
      command: this.#command,
      note: (message) => void this.warn(message),
      uploads: this.transfer('Uploading'),
      waiting: new Waiting(this.terminal),
    })
  }
}
