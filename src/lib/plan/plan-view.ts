import {type JsonValue} from '../client/wire.ts'
import {outcomes} from '../operation/declaration.ts'
import {type Action, type Change, isBillable, isDestructive} from './change.ts'
import {type Difference} from './differences.ts'
import {type Prices} from './prices.ts'
import {isReference, maskReferences} from './secret-reference.ts'
import {grouped} from '../output/grouped.ts'

/** A line of a plan. */
export interface PlannedChange {
  action: Action
  /** The section of the file. */
  kind: string
  name: string
  /** The platform's own; null for what is to be made. */
  id: string | null
  /** Where it stands in the file; null for what no file names. */
  at: string | null
  costs_money: boolean
  /** How much, where --price says it. */
  cost: number | null
  /** Whether something is lost that nothing brings back. */
  cannot_be_undone: boolean
  differences: {field: string; before: unknown; after: unknown}[]
  /** The differences in words. */
  what: string
}

export const planReply = outcomes<PlannedChange>({
  columns: [
    'action',
    'kind',
    'name',
    'what',
    {path: 'costs_money', header: 'COSTS'},
    {path: 'cannot_be_undone', header: 'FINAL'},
  ],
  id: 'name',
  noun: 'changes',
})

export function plannedChange(change: Change, prices: Prices): PlannedChange {
  const {kind, action, key, wanted, existing} = change
  const differences = change.differences.map(masked)
  return {
    ...{action, kind: kind.section, name: key, id: existing?.id ?? null, at: wanted?.at ?? null},
    costs_money: isBillable(change),
    cost: prices.of(change),
    cannot_be_undone: isDestructive(change),
    differences,
    what: differences.map((difference) => inWords(difference, action)).join('; '),
  }
}

/** `3 to create, 1 to release; 3 cost money (4.50), 1 cannot be undone.` */
export function summaryOf(changes: readonly Change[], prices: Prices): string {
  const actions: Action[] = ['create', 'change', 'replace', 'release']
  const counted = actions.flatMap((action) =>
    countOf(
      changes.filter((one) => one.action === action),
      `to ${action}`,
    ),
  )
  const warned = [
    ...countOf(changes.filter(isBillable), `cost money${costOf(changes, prices)}`),
    ...countOf(changes.filter(isDestructive), 'cannot be undone'),
  ]
  return `${[counted, warned].flatMap((part) => (part.length > 0 ? [part.join(', ')] : [])).join('; ')}.`
}

/** What all cost together as far as somebody has said it, and of what nobody has. */
function costOf(changes: readonly Change[], prices: Prices): string {
  if (prices.typed.length === 0) return ''
  const unknown = prices.unknown(changes)
  return ` (${prices.sum(changes).toFixed(2)}${unknown.length > 0 ? `, without ${unknown.join(', ')}` : ''})`
}

function countOf(changes: readonly Change[], what: string): string[] {
  return changes.length === 0 ? [] : [`${grouped(changes.length)} ${what}`]
}

function masked({field, before, after}: Difference): Difference {
  return {field, before: isReference(after) ? null : before, after: maskReferences(after)}
}

function inWords({field, before, after}: Difference, action: Action): string {
  return action === 'create' ? `${field}=${shown(after)}` : `${field}: ${shown(before)} → ${shown(after)}`
}

const longestShown = 40

function shown(value: JsonValue): string {
  const text = typeof value === 'string' ? value : value === null ? 'none' : JSON.stringify(value)
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}
