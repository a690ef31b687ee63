import {Command as OclifCommand} from '@oclif/core/command'
import {type Config as OclifConfig} from '@oclif/core/config'
import {parse} from '@oclif/core/parser'
import {type Console} from './console.ts'
import {question} from './operation/confirm.ts'
import {
  type Caller,
  type CallOptions,
  type Declaration,
  type DocumentedCall,
  type Effect,
  type Operation,
  type Shape,
} from './operation/declaration.ts'
import {type Consequences} from './operation/go-ahead.ts'
import {type Ask, type BodySource, collectValues, type Typed, type ValueSources} from './operation/values.ts'
import {type Inputs, type Parameters, type Values} from './parameter.ts'
import {withOptionalValues} from './optional-values.ts'
import {parsable} from './parsable.ts'
import {asUsageError, tooManyWords} from './parse-errors.ts'
import {positionals} from './positionals.ts'
import {surfaceOf} from './surface.ts'
import {waitAsked} from './waiting/wait-flag.ts'
import {watchAsked} from './watch/watch-flags.ts'

export type CommandClass = Pick<typeof Command, 'shape' | 'calls' | 'variants' | 'aliases' | 'id'> &
  (new (argv: string[], config: OclifConfig, console: Console) => Command)

/** What every command is built from: its shape gives it flags, arguments, checks and help; code of its own goes into `run`. */
export abstract class Command extends OclifCommand implements Caller {
  static readonly shape: Shape
  /** The API calls that this command makes, for documentation. */
  static readonly calls: readonly DocumentedCall[] = []
  /** Those of the calls that a flag selects in place of the command's own. */
  static readonly variants: Readonly<Record<string, DocumentedCall>> = {}

  protected flags: Record<string, unknown> = {}
  private words: readonly string[] = []
  private readonly answers = new Map<string, ReturnType<Ask>>()

  constructor(
    argv: string[],
    config: OclifConfig,
    protected readonly console: Console,
  ) {
    super(argv, config)
  }

  abstract override run(): Promise<void>

  /** Parses the command line and runs. Errors are the caller's to report. */
  async start(): Promise<void> {
    const {shape} = this.constructor as typeof Command
    const surface = surfaceOf(shape)
    try {
      const words = withOptionalValues(parsable(this.argv), shape)
      const {flags, raw} = await parse(words, {flags: surface.flags, strict: false})
      this.flags = flags
      this.words = raw.flatMap((token) => (token.type === 'arg' ? [token.input] : []))
      this.console.record.understood(raw, shape)
      this.refuseExtraWords(shape)
      waitAsked(flags, shape)
    } catch (error) {
      throw asUsageError(error, surface, this.id ?? '')
    }
    await this.console.begin(this.flags, shape, this.id)
    if (this.flags['template'] === true && 'edit' in surface.flags) return this.printTemplate()
    const watched = watchAsked(this.flags, shape)
    if (watched === undefined) return this.run()
    const {watch} = await import('./watch/watch.ts')
    await watch(() => this.run(), watched, this.console)
  }

  /** Runs another command in this one's place, with what was typed. */
  protected async runAs(Other: CommandClass): Promise<void> {
    const command = new Other(this.argv, this.config, this.console)
    command.id = this.id
    command.flags = this.flags
    command.words = this.words
    command.refuseExtraWords(Other.shape)
    await command.run()
  }

  private refuseExtraWords(shape: Shape): void {
    const {extra} = positionals(shape.parameters, this.words)
    if (extra.length === 0) return
    // A word after --wait that is no state is most likely meant as one.
    const after = this.argv.find((_, at, words) => words[at - 1] === '--wait')
    if (typeof this.flags['wait'] === 'string' && extra.includes(after ?? '')) waitAsked({wait: after}, shape)
    throw tooManyWords(extra, shape.parameters, this.id ?? '')
  }

  /** The command's values: checked, completed from defaults, the profile and, on a terminal, by asking. */
  protected async values<P extends Parameters>(
    shape: Shape<P>,
    sources: Partial<ValueSources> = {},
  ): Promise<Values<P>> {
    const body = await this.bodySource(shape)
    const all = {...this.askingOnce(this.console.valueSources()), body, ...sources}
    return (await collectValues(shape.parameters, this.typed(shape.parameters), all)) as Values<P>
  }

  /** What somebody has answered holds for each round of a command that is watched. */
  private askingOnce({ask, ...others}: ValueSources): ValueSources {
    if (ask === undefined) return others
    const askOnce: Ask = (parameter, name) => {
      const answer = this.answers.get(name) ?? ask(parameter, name)
      this.answers.set(name, answer)
      return answer
    }
    return {...others, ask: askOnce}
  }

  /** Does a call for each row, where rows are asked for or given as a list; false where they are not. */
  protected async runRows(shape: Declaration): Promise<boolean> {
    const {rowsAsked} = await import('./batch/batch-flags.ts')
    const asked = rowsAsked(this.flags)
    const isList = asked === undefined && shape.each !== undefined && shape.reply.kind === 'outcomes'
    if (asked === undefined && !isList) return false
    const {startFile, startList} = await import('./batch/start-batch.ts')
    const start = {command: this.id ?? '', shape, flags: this.flags, console: this.console}
    if (asked !== undefined) {
      await startFile({...start, constants: await this.values(shape, {partial: true})}, asked)
      return true
    }
    const constants = (await this.values(shape)) as Record<string, unknown>
    await startList({...start, constants}, constants[shape.each!.parameter] as string[])
    return true
  }

  /** What was typed, as these parameters have it: the words that are no flags are theirs in order. */
  private typed(parameters: Parameters): Typed {
    return {args: positionals(parameters, this.words).args, flags: this.flags}
  }

  /** How the whole body is made, where what was typed is only a part of it. */
  private async bodySource(shape: Shape & Pick<Declaration, 'current'>): Promise<BodySource | undefined> {
    const edits = this.flags['edit'] === true
    if (!edits && (shape.current === undefined || shape.effect?.replaces !== true)) return undefined
    const {bodySource} = await import('./operation/whole-body.ts')
    return bodySource(shape, {edits, caller: this, console: this.console})
  }

  /** What `--template` does: the whole body to fill in. */
  private async printTemplate(): Promise<void> {
    const {emptyTemplate} = await import('./operation/whole-body.ts')
    await this.console.terminal.out(emptyTemplate((this.constructor as typeof Command).shape))
  }

  /** Shows the request of a call as curl, secrets masked, and sends nothing: what `--dry-run` does. Names the calls that replies bring. */
  protected async showRequest(
    operation: Operation,
    values: Readonly<Record<string, unknown>>,
    later: readonly DocumentedCall[] = [],
  ): Promise<void> {
    const {noteLater, showRequest} = await import('./operation/run.ts')
    await showRequest(operation.shape, values, this.console)
    await noteLater(later, this.console)
  }

  /** Asks before something that costs money or cannot be undone is done to these things. */
  protected async confirm(
    effect: Effect | undefined,
    things: readonly string[],
    consequences?: Consequences,
  ): Promise<void> {
    if (effect !== undefined) await this.console.confirm(question(effect, things), consequences)
  }

  /** Calls an operation, waiting where the service goes on working. */
  async call<P extends Parameters, T>(
    operation: Operation<P, T>,
    inputs: Inputs<P>,
    options?: CallOptions,
  ): Promise<T> {
    const {service} = await this.console.connection()
    return service.call(operation, inputs, options)
  }

  /** The values with the ids that names among them stand for, where a command's own code needs them. */
  protected async identified<P extends Parameters>(shape: Shape<P>, values: Values<P>): Promise<Values<P>> {
    const {service} = await this.console.connection()
    return service.identified(shape, values)
  }

  /** All rows of a list, fetched as they are read. */
  async *all<P extends Parameters, T>(operation: Operation<P, T>, inputs: Inputs<P>): AsyncIterable<T> {
    const {service} = await this.console.connection()
    yield* service.all(operation, inputs)
  }
}
