import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {checkAmount} from '../input/checks.ts'
import {type Change, isBillable} from './change.ts'
import {type Kind} from './kind.ts'

/** What things cost, by kind: the platform tells no prices, so somebody has said it. */
export class Prices {
  private constructor(
    /** `--price KIND=AMOUNT`, repeated, as it was typed. */
    readonly typed: readonly string[],
    private readonly known: ReadonlyMap<string, number>,
  ) {}

  static of(typed: readonly string[], kinds: readonly Kind[]): Prices {
    return new Prices(typed, new Map(typed.map((text) => priceIn(text, kinds))))
  }

  /** Null where it costs nothing, and where nobody has said how much. */
  of(change: Change): number | null {
    return isBillable(change) ? (this.known.get(change.kind.section) ?? null) : null
  }

  sum(changes: readonly Change[]): number {
    return changes.reduce((sum, change) => sum + (this.of(change) ?? 0), 0)
  }

  /** The kinds of those that cost nobody has said how much. */
  unknown(changes: readonly Change[]): string[] {
    const open = changes.filter((change) => isBillable(change) && this.of(change) === null)
    return [...new Set(open.map(({kind}) => kind.section))]
  }

  /** What one thing costs that an operation of these kinds makes. */
  ofOperation(operation: string, kinds: readonly Kind[]): number | null {
    const kind = kinds.find(({calls: {create, change}}) =>
      [create, change].some((call) => call?.shape.operation === operation),
    )
    return this.known.get(kind?.section ?? '') ?? null
  }

  /** Throws a usage error where all changes together cost more than they may, or nobody can tell. */
  check(changes: readonly Change[], most: number): void {
    const [first, ...others] = this.unknown(changes)
    if (first !== undefined) {
      throw usageError(`Nobody has said what ${[first, ...others].join(', ')} cost, so --max-cost cannot be kept.`, {
        code: 'max-cost',
        hint: `Nothing was sent. Say what one costs: --price ${first}=AMOUNT`,
      })
    }
    const sum = this.sum(changes)
    if (sum <= most) return
    throw usageError(`The changes cost ${sum.toFixed(2)}, more than --max-cost ${most}.`, {
      code: 'max-cost',
      hint: 'Nothing was sent. Ask for less, or allow more.',
    })
  }
}

function priceIn(text: string, kinds: readonly Kind[]): [string, number] {
  const at = text.indexOf('=')
  const section = text.slice(0, at)
  if (at === -1) {
    throw usageError(`--price: “${text}” is not KIND=AMOUNT.`, {hint: 'Write for example --price numbers=1.5.'})
  }
  const priced = kinds.filter((kind) => (['create', 'change'] as const).some((action) => isBillable({kind, action})))
  const names = priced.map((kind) => kind.section)
  if (names.includes(section)) return [section, checkAmount(text.slice(at + 1), '--price')]
  throw usageError(`--price: no kind “${section}” costs money.${didYouMean(section, names)}`, {
    hint: `These do: ${names.join(', ')}.`,
  })
}
