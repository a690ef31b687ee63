import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {canonical} from '../same-json.ts'
import {type Action, type Change} from './change.ts'
import {type Existing, type Kind} from './kind.ts'

/** What goes in one request, mostly. */
export interface Step {
  kind: Kind
  action: Action
  changes: Change[]
  /** The fields that it sets. */
  fields: ReadonlySet<string>
  /** What must be done before. */
  needs: Set<Step>
}

interface Part {
  step: Step
  change: Change
  /** Whether it is the one that makes the thing. */
  isMain: boolean
}

/** The changes as steps, each with those that it needs. Neighbours that differ in nothing but their key share one. */
export function stepsOf(changes: readonly Change[]): Step[] {
  const gathered = new Map<string, Step>()
  const parts = changes.flatMap((change) => partsOf(change).map((part) => gather(part, change, gathered)))
  const mains = new Map(parts.filter(({isMain}) => isMain).map((part) => [nameOf(part.change), part.step]))
  for (const {step, change, isMain} of parts) {
    for (const need of needsOf(step, change, isMain, mains)) if (need !== step) step.needs.add(need)
  }
  for (const {step, change} of parts) {
    if (change.action !== 'release' && change.action !== 'replace') continue
    // What refers to it lets go of it first.
    for (const other of parts) {
      const lets = other.change.existing !== undefined && refersTo(other.change.kind, other.change.existing, change)
      if (lets && other.step !== step && change.action === 'release') step.needs.add(other.step)
    }
  }
  return [...new Set(parts.map(({step}) => step))]
}

function partsOf({kind, action, differences}: Change): {fields: string[]; isMain: boolean}[] {
  const all = differences.map(({field}) => field)
  if (action === 'release') return [{fields: [], isMain: true}]
  const later = all.filter((field) => kind.afterwards?.includes(field))
  const first = all.filter((field) => !later.includes(field))
  const isMade = action !== 'change'
  return [
    ...(isMade || first.length > 0 ? [{fields: first, isMain: true}] : []),
    ...(later.length > 0 ? [{fields: later, isMain: false}] : []),
  ]
}

function gather(
  {fields, isMain}: {fields: string[]; isMain: boolean},
  change: Change,
  gathered: Map<string, Step>,
): Part {
  const {kind, key, wanted} = change
  const action = isMain ? change.action : 'change'
  const set = fields.filter((field) => kind.together === undefined || field !== kind.key)
  const alike = canonical([kind.section, action, isMain, valuesOf(set, change), wanted?.search ?? null])
  const place = kind.together === undefined ? `${alike} ${key}` : alike
  const open = gathered.get(place)
  if (open !== undefined && open.changes.length < (kind.together ?? 1)) {
    open.changes.push(change)
    return {step: open, change, isMain}
  }
  const step: Step = {kind, action, changes: [change], fields: new Set(fields), needs: new Set()}
  gathered.set(place, step)
  return {step, change, isMain}
}

function valuesOf(fields: readonly string[], {wanted}: Change): JsonObject {
  return Object.fromEntries(fields.map((field) => [field, wanted?.fields[field] ?? null]))
}

function needsOf({fields, kind}: Step, change: Change, isMain: boolean, mains: ReadonlyMap<string, Step>): Step[] {
  const {wanted, action} = change
  if (action === 'release') return []
  const own = isMain ? undefined : mains.get(nameOf(change))
  const sections = (isMain && action !== 'change' ? kind.after : undefined) ?? []
  const before = [...mains.values()].filter((step) => sections.includes(step.kind.section) && step.action !== 'release')
  const referred = Object.entries(kind.refers ?? {}).flatMap(([field, section]) =>
    fields.has(field) ? keysIn(wanted?.fields[field]).map((key) => mains.get(`${section} ${key}`)) : [],
  )
  return [own, ...before, ...referred].filter((step) => step !== undefined)
}

function refersTo({refers = {}}: Kind, {fields}: Existing, {kind, existing, key}: Change): boolean {
  return Object.entries(refers).some(
    ([field, section]) =>
      section === kind.section && keysIn(fields[field]).some((one) => one === key || one === existing?.id),
  )
}

/** The keys that a field holds: one, several or none. */
export function keysIn(value: JsonValue | undefined): string[] {
  return value == null ? [] : [value].flat().map(String)
}

export function nameOf({kind, key}: Pick<Change, 'kind' | 'key'>): string {
  return `${kind.section} ${key}`
}
