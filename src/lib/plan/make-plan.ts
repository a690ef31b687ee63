import {didYouMean} from '../did-you-mean.ts'
import {type CliError, usageError} from '../errors.ts'
import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {type Change} from './change.ts'
import {differencesOf} from './differences.ts'
import {isUuid} from './is-uuid.ts'
import {keyFor, named} from './named.ts'
import {type Entry, type Existing, type Kind, type Planning, type Wanted} from './kind.ts'

/** What the file asks for, by section. */
export type Sections = ReadonlyMap<string, readonly Entry[]>

/** What a kind's section asks for beside what there is. */
interface Part {
  kind: Kind
  wanted: Wanted[]
  existing: readonly Existing[]
}

/**
 * How the account differs from the file, in the order of the kinds. With `prune`, what sections of the file do not name is
 * released. Throws one usage error for all that is ambiguous, refers to nothing or cannot be done.
 */
export async function makePlan(
  kinds: readonly Kind[],
  sections: Sections,
  planning: Planning,
  {prune}: {prune: boolean},
): Promise<Change[]> {
  const named = kinds.filter(({section}) => sections.has(section))
  const read = await Promise.all(
    named.map(async (kind): Promise<Part> => {
      const existing = await planning.existing(kind.section)
      return {kind, existing, wanted: wantedOf(kind, sections.get(kind.section)!, existing)}
    }),
  )
  const keys = await keysOf(kinds, read, planning)
  const problems: CliError[] = []
  const changes = read.flatMap((part) => {
    const matching = new Matching(part, keys, problems)
    return [...matching.changes(), ...(prune ? matching.rest() : [])]
  })
  if (problems.length > 0) throw allOf(problems)
  return changes
}

function wantedOf(kind: Kind, entries: readonly Entry[], existing: readonly Existing[]): Wanted[] {
  if (kind.expand !== undefined) return kind.expand(entries, existing)
  return entries.map(({fields, at}) => {
    const id = kind.id === undefined ? undefined : fields[kind.id]
    const others = Object.entries(fields).filter(([name]) => name !== kind.id)
    const key = kind.single === true ? kind.section : textOf(fields[kind.key])
    return {key, at, fields: Object.fromEntries(others), ...(typeof id === 'string' && {id})}
  })
}

/** What the names in each section that is referred to mean. */
type Keys = ReadonlyMap<
  string,
  {names: ReadonlyMap<string, readonly Existing[]>; keyOf: (id: string) => string; ids: ReadonlySet<string>}
>

async function keysOf(kinds: readonly Kind[], parts: readonly Part[], planning: Planning): Promise<Keys> {
  const sections = new Set(parts.flatMap(({kind, wanted}) => referredTo(kind, wanted)))
  const known = kinds.filter(({section}) => sections.has(section))
  const entries = known.map(async ({section}) => {
    const existing = await planning.existing(section)
    const wanted = parts.find(({kind}) => kind.section === section)?.wanted ?? []
    const names = named(existing)
    for (const {key} of wanted) if (!names.has(key)) names.set(key, [])
    return [section, {names, keyOf: keyFor(existing), ids: new Set(existing.map(({id}) => id))}] as const
  })
  return new Map(await Promise.all(entries))
}

function referredTo({refers = {}}: Kind, wanted: readonly Wanted[]): string[] {
  return Object.entries(refers).flatMap(([field, section]) =>
    wanted.some(({fields}) => fields[field] != null) ? [section] : [],
  )
}

/** What a section asks for, laid beside what there is. */
class Matching {
  readonly #byKey: ReadonlyMap<string, Existing[]>
  readonly #byId = new Map<string, Existing>()
  readonly #matched = new Set<Existing>()

  constructor(
    private readonly part: Part,
    private readonly keys: Keys,
    private readonly problems: CliError[],
  ) {
    this.#byKey = named(part.existing)
    for (const one of part.existing) this.#byId.set(one.id, one)
  }

  changes(): Change[] {
    const {kind, wanted} = this.part
    const places = new Map<string, string>()
    return wanted.flatMap((given) => {
      const name = given.id ?? given.key
      const before = places.get(name)
      places.set(name, given.at)
      if (before !== undefined) return this.#problem(`${given.at} is the same ${kind.noun} as ${before}: ${name}.`)
      const one = {...given, fields: this.#withKeys(given)}
      const found = this.#find(one)
      if (found === 'open') return []
      if (found === undefined) return this.#created(one)
      this.#matched.add(found)
      return found.isOthers === true ? [] : this.#changed(one, found)
    })
  }

  /** What the section does not name. */
  rest(): Change[] {
    const {kind, existing} = this.part
    if (kind.remove === undefined) return []
    const left = existing.filter((one) => one.isOthers !== true && !this.#matched.has(one))
    return left.map((one) => ({kind, action: 'release', key: one.key, existing: one, differences: []}))
  }

  #find({id, key, at}: Wanted): Existing | undefined | 'open' {
    const {kind} = this.part
    if (id !== undefined) {
      const found = this.#byId.get(id)
      if (found === undefined) this.#problem(`${at}: there is no ${kind.noun} ${id}.`)
      return found ?? 'open'
    }
    const found = this.#byKey.get(key) ?? []
    if (found.length <= 1) return found[0]
    const ids = found.map((one) => one.id)
    this.#problem(
      `${at}: there are ${found.length} of the name “${key}”: ${ids.join(', ')}.`,
      kind.id === undefined ? 'Delete or rename all but one.' : `Say which one is meant: ${kind.id}: ${ids[0]}`,
      'ambiguous-name',
    )
    return 'open'
  }

  #created(wanted: Wanted): Change[] {
    const {kind} = this.part
    const missing = kind.needed.filter((name) => wanted.fields[name] == null)
    if (missing.length > 0) return this.#problem(`${wanted.at} is not there yet, and lacks ${missing.join(', ')}.`)
    if (kind.create === undefined) return this.#problem(`${wanted.at}: a ${kind.noun} cannot be made here.`)
    const differences = Object.entries(wanted.fields).flatMap(([field, after]) =>
      after == null ? [] : [{field, before: null, after}],
    )
    return [{kind, action: 'create', key: wanted.key, wanted, differences}]
  }

  #changed(wanted: Wanted, existing: Existing): Change[] {
    const {kind} = this.part
    const differences = differencesOf(kind, wanted, existing)
    if (differences.length === 0) return []
    const isFixed = ({field}: {field: string}) => kind.change === undefined || kind.fixed?.includes(field) === true
    const fixed = differences.filter(isFixed).map(({field}) => field)
    const change = {kind, key: wanted.key, wanted, existing, differences}
    if (fixed.length === 0) return [{...change, action: 'change'}]
    if (kind.replaced === true) {
      const missing = kind.needed.filter((name) => wanted.fields[name] == null)
      if (missing.length === 0) return [{...change, action: 'replace'}]
      return this.#problem(`${wanted.at} is to be made anew, and lacks ${missing.join(', ')}.`)
    }
    return this.#problem(
      `${wanted.at}: ${fixed.join(', ')} of a ${kind.noun} cannot be changed, and it is not deleted to be made anew.`,
      'Write what it is (commsctl export shows that), or delete it yourself first.',
      'fixed-field',
    )
  }

  /** The fields with keys where ids of others stand, which a file may say instead. */
  #withKeys({fields, at}: Wanted): JsonObject {
    const {refers = {}} = this.part.kind
    const resolved = Object.entries(refers).flatMap(([field, section]): [string, JsonValue][] => {
      const value = fields[field]
      if (value == null) return []
      if (!Array.isArray(value)) return [[field, this.#keyOf(value, section, `${at}.${field}`)]]
      return [[field, value.map((one) => this.#keyOf(one, section, `${at}.${field}`))]]
    })
    return {...fields, ...Object.fromEntries(resolved)}
  }

  #keyOf(value: JsonValue, section: string, at: string): JsonValue {
    const {names, keyOf, ids} = this.keys.get(section)!
    const name = textOf(value)
    if (ids.has(name)) return keyOf(name)
    const count = names.get(name)?.length
    if (count === undefined && !isUuid(name)) {
      this.#problem(`${at}: there is no “${name}” among ${section}.${didYouMean(name, names.keys())}`)
    } else if (count !== undefined && count > 1) {
      this.#problem(`${at}: there are ${count} “${name}” among ${section}.`, 'Write its id instead.', 'ambiguous-name')
    }
    return name
  }

  #problem(message: string, hint?: string, code = 'impossible-plan'): never[] {
    this.problems.push(usageError(message, {hint, code}))
    return []
  }
}

function allOf(problems: readonly CliError[]): CliError {
  const [first] = problems
  if (problems.length === 1) return first!
  return usageError(`The plan cannot be made: ${problems.length} things are not right.`, {
    code: first!.code,
    details: problems.map(({message}) => message),
    hint: problems.find(({hint}) => hint !== undefined)?.hint,
  })
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}
