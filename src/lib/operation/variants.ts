import {Command, type CommandClass} from '../command.ts'
import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {type Parameter, type Parameters} from '../parameter.ts'
import {boolean} from '../parameters.ts'
import {flagName} from '../surface.ts'
import {type Reply, type Shape} from './declaration.ts'

type Flag = `--${string}`

/** A command that stands for one call of public clients. */
type Variant = CommandClass & {readonly shape: Shape & {operation: string}}

/** What the reply of a command holds. */
type Held<V> = V extends {shape: {reply?: Reply<infer T> | undefined}} ? T : unknown

/**
 * One command for several that differ by a flag: the first runs unless one of the named flags is given. A flag that is no
 * parameter of its variant becomes a switch, described by the variant's summary. Arguments are the same by their place.
 */
export function variants<F extends Variant, const O extends Readonly<Record<Flag, Variant>>>(
  first: F,
  others: O,
): typeof Command & {readonly shape: Shape & {reply: Reply<Held<F> | Held<O[keyof O]>>}} {
  // The first may be among the others, by the flag that it can be chosen with.
  const all = [...new Set([first, ...Object.values(others)])]
  return class extends VariantCommand {
    static override readonly shape = mergedShape(all, others)
    static override readonly calls = all.flatMap(({calls}) => calls)
    static override readonly variants = others
    protected override readonly others = others
    protected override readonly first = first
  } as unknown as ReturnType<typeof variants<F, O>>
}

function mergedShape(all: readonly Variant[], others: Readonly<Record<Flag, Variant>>): Shape {
  const shapes = all.map(({shape}) => shape)
  const parameters: Record<string, Parameter> = {...mergedArguments(shapes)}
  for (const shape of shapes) {
    for (const [name, parameter] of Object.entries(shape.parameters)) {
      if (!isArgument(parameter)) parameters[name] ??= inAll(parameter, shapes, ({parameters}) => parameters[name])
    }
  }
  for (const [flag, {shape}] of Object.entries(others) as [Flag, Variant][]) {
    if (!hasFlag(shape.parameters, flag)) parameters[flag] = boolean(flag, lowerFirst(shape.summary), {in: 'local'})
  }
  const examples = shapes.flatMap((shape) => shape.examples)
  const effect = shapes.find((shape) => shape.effect !== undefined)?.effect
  const merged = {...shapes[0]!, parameters, examples, effect}
  const takesRows = shapes.some((shape) => shape.takesRows === true)
  return Object.defineProperty(merged, 'takesRows', {value: takesRows})
}

/** The arguments of whichever variant has the most; one that another lacks may be left out. */
function mergedArguments(shapes: readonly Shape[]): Parameters {
  const lists = shapes.map(({parameters}) =>
    Object.entries(parameters).filter(([, parameter]) => isArgument(parameter)),
  )
  const longest = lists.reduce((most, list) => (list.length > most.length ? list : most))
  return Object.fromEntries(
    longest.map(([name, parameter], at) => [name, inAll(parameter, lists, (list) => list[at]?.[1])]),
  )
}

/** Required in help only where every variant requires it; with a default only where every variant has it. */
function inAll<T>(parameter: Parameter, all: readonly T[], of: (one: T) => Parameter | undefined): Parameter {
  const everywhere = all.every((one) => of(one)?.presence === parameter.presence)
  return everywhere ? parameter : {...parameter, presence: 'optional', default: undefined}
}

function isArgument({usage}: Parameter): boolean {
  return !usage.startsWith('--')
}

function hasFlag(parameters: Parameters, flag: Flag): boolean {
  return Object.values(parameters).some(({usage}) => usage === flag)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

abstract class VariantCommand extends Command {
  protected abstract readonly first: Variant
  protected abstract readonly others: Readonly<Record<Flag, Variant>>

  async run(): Promise<void> {
    const chosen = this.chosen()
    this.refuseForeignFlags(chosen)
    await this.runAs(chosen)
  }

  /** Where several flags are given, the one whose variant has the others as flags of its own. */
  private chosen(): Variant {
    const given = (Object.keys(this.others) as Flag[]).filter((flag) => this.isGiven(flag))
    if (given.length === 0) return this.first
    const fitting = given.filter((flag) => given.every((other) => other === flag || this.has(flag, other)))
    if (fitting.length !== 1) throw usageError(`${given.join(' and ')} cannot be given together.`)
    return this.others[fitting[0]!]!
  }

  private has(flag: Flag, other: Flag): boolean {
    return hasFlag(this.others[flag]!.shape.parameters, other)
  }

  /** `--no-flag` turns a switch off; `-F` and `--edit` make a body as `--body` does. */
  private isGiven(flag: Flag): boolean {
    const value = this.flags[flag.slice(2)]
    if (!this.has(flag, flag)) return value === true
    const isBody = flag === '--body' && (this.flags['field'] !== undefined || this.flags['edit'] === true)
    return value !== undefined || isBody
  }

  private refuseForeignFlags(variant: Variant): void {
    const {parameters} = (this.constructor as typeof Command).shape
    const own = new Set(Object.values(variant.shape.parameters).map(flagName))
    const switches = Object.keys(this.others).map((flag) => flag.slice(2))
    const foreign = Object.values(parameters)
      .map(flagName)
      .filter((name) => this.flags[name] !== undefined && !own.has(name) && !switches.includes(name))
    const [name] = foreign
    if (name === undefined) return
    throw usageError(`${this.misplaced(`--${name}`, variant)}${didYouMean(name, own)}`)
  }

  /** What is wrong with a flag of other variants: what leads away from them, or what would lead to them. */
  private misplaced(flag: Flag, variant: Variant): string {
    const all = Object.keys(this.others) as Flag[]
    if (!hasFlag(this.first.shape.parameters, flag))
      return `${flag} needs ${all.filter((one) => this.has(one, flag)).join(' or ')}, too.`
    const chosen = all.find((one) => this.others[one] === variant && this.isGiven(one))
    return `${flag} cannot be used together with ${chosen}.`
  }
}
