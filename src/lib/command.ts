import {Command as OclifCommand} from '@oclif/core/command'
import {type Config as OclifConfig} from '@oclif/core/config'
import {parse} from '@oclif/core/parser'
import {type Console} from './console.ts'
import {question} from './operation/confirm.ts'
import {type Caller, type DocumentedCall, type Effect, type Operation, type Shape} from './operation/declaration.ts'
import {collectValues, type ValueSources} from './operation/values.ts'
import {type Inputs, type Parameters, type Values} from './parameter.ts'
import {asUsageError, tooManyWords} from './parse-errors.ts'
import {positionals} from './positionals.ts'
import {surfaceOf} from './surface.ts'

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
  private typedArgs: Record<string, unknown> = {}

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
      const {flags, raw} = await parse(this.argv, {flags: surface.flags, strict: false})
      const words = raw.flatMap((token) => (token.type === 'arg' ? [token.input] : []))
      const {args, extra} = positionals(shape.parameters, words)
      if (extra.length > 0) throw tooManyWords(extra, shape.parameters, this.id ?? '')
      this.flags = flags
      this.typedArgs = args
    } catch (error) {
      throw asUsageError(error, surface, this.id ?? '')
    }
    await this.console.begin(this.flags, shape)
    await this.run()
  }

  /** The command's values: checked, completed from defaults, the profile and, on a terminal, by asking. */
  protected async values<P extends Parameters>(
    shape: Shape<P>,
    sources: Partial<ValueSources> = {},
  ): Promise<Values<P>> {
    const typed = {args: this.typedArgs, flags: this.flags}
    const values = await collectValues(shape.parameters, typed, {...this.console.valueSources(), ...sources})
    return values as Values<P>
  }

  /** Shows the request of a call as curl, secrets masked, and sends nothing: what `--dry-run` does. */
  protected async showRequest(operation: Operation, values: Readonly<Record<string, unknown>>): Promise<void> {
    const {showRequest} = await import('./operation/run.ts')
    await showRequest(operation.shape, values, this.console)
  }

  /** Asks before something that costs money or cannot be undone is done to these things. */
  protected async confirm(effect: Effect | undefined, things: readonly string[]): Promise<void> {
    if (effect !== undefined) await this.console.confirm(question(effect, things))
  }

  /** Calls an operation, waiting where the service goes on working. */
  async call<P extends Parameters, T>(operation: Operation<P, T>, inputs: Inputs<P>): Promise<T> {
    const {service} = await this.console.connection()
    return service.call(operation, inputs)
  }

  /** All rows of a list, fetched as they are read. */
  async *all<P extends Parameters, T>(operation: Operation<P, T>, inputs: Inputs<P>): AsyncIterable<T> {
    const {service} = await this.console.connection()
    yield* service.all(operation, inputs)
  }
}
