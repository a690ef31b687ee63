import {Command} from '../command.ts'
import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {type OperationClass} from '../operation.ts'
import {type Parameter, type Parameters} from '../parameter.ts'
import {boolean} from '../parameters.ts'
import {flagName} from '../surface.ts'
import {type Shape} from './declaration.ts'
import {runOperation} from './run.ts'

type Flag = `--${string}`

/**
 * One command for calls that differ by a flag: the first runs unless one of the named flags is given. A flag that is no
 * parameter of its call becomes a switch, described by the call's summary.
 */
export function variants(first: OperationClass, others: Readonly<Record<Flag, OperationClass>>): typeof Command {
  const calls = [first, ...Object.values(others)]
  return class extends VariantCommand {
    static override readonly shape = mergedShape(first, others)
    static override readonly calls = calls
    static override readonly variants = others
    protected override readonly others = others
    protected override readonly first = first
  }
}

function mergedShape(first: OperationClass, others: Readonly<Record<Flag, OperationClass>>): Shape {
  const parameters: Record<string, Parameter> = {}
  for (const {shape} of [first, ...Object.values(others)]) {
    for (const [name, parameter] of Object.entries(shape.parameters))
      parameters[name] ??= inAll(name, parameter, [first, ...Object.values(others)])
  }
  for (const [flag, {shape}] of Object.entries(others) as [Flag, OperationClass][]) {
    if (!hasFlag(shape.parameters, flag)) parameters[flag] = boolean(flag, lowerFirst(shape.summary), {in: 'local'})
  }
  const shapes = [first, ...Object.values(others)].map(({shape}) => shape)
  const examples = shapes.flatMap((shape) => shape.examples)
  const effect = shapes.find((shape) => shape.effect !== undefined)?.effect
  return {...first.shape, parameters, examples, effect}
}

/** Required in help only where every variant requires it. */
function inAll(name: string, parameter: Parameter, calls: readonly OperationClass[]): Parameter {
  const everywhere = calls.every(({shape}) => shape.parameters[name]?.presence === parameter.presence)
  return everywhere ? parameter : {...parameter, presence: 'optional'}
}

function hasFlag(parameters: Parameters, flag: Flag): boolean {
  return Object.values(parameters).some(({usage}) => usage === flag)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

abstract class VariantCommand extends Command {
  protected abstract readonly first: OperationClass
  protected abstract readonly others: Readonly<Record<Flag, OperationClass>>

  async run(): Promise<void> {
    const chosen = this.chosen()
    this.refuseForeignFlags(chosen)
    await runOperation(chosen.shape, await this.values(chosen.shape), this.flags, this.console)
  }

  private chosen(): OperationClass {
    const given = (Object.keys(this.others) as Flag[]).filter((flag) => this.isGiven(flag))
    if (given.length > 1) throw usageError(`${given.join(' and ')} cannot be given together.`)
    return given[0] === undefined ? this.first : this.others[given[0]]!
  }

  /** `--no-flag` turns a switch off; `-F` makes a body as `--body` does. */
  private isGiven(flag: Flag): boolean {
    const isSwitch = !hasFlag(this.others[flag]!.shape.parameters, flag)
    const value = this.flags[flag.slice(2)]
    return isSwitch ? value === true : value !== undefined || (flag === '--body' && this.flags['field'] !== undefined)
  }

  private refuseForeignFlags({shape}: OperationClass): void {
    const {parameters} = (this.constructor as typeof Command).shape
    const own = new Set(Object.values(shape.parameters).map(flagName))
    const switches = Object.keys(this.others).map((flag) => flag.slice(2))
    const foreign = Object.values(parameters)
      .map(flagName)
      .filter((name) => this.flags[name] !== undefined && !own.has(name) && !switches.includes(name))
    if (foreign.length === 0) return
    const chosen = switches.find((name) => this.isGiven(`--${name}`))
    const beside =
      chosen === undefined ? `without ${switches.map((name) => `--${name}`).join(' or ')}` : `together with --${chosen}`
    throw usageError(`--${foreign[0]} cannot be used ${beside}.${didYouMean(foreign[0]!, own)}`)
  }
}
