import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {didYouMean} from '../did-you-mean.ts'
import {type CliError, usageError} from '../errors.ts'
import {type Change} from './change.ts'
import {differencesOf} from './differences.ts'
import {isUuid} from './is-uuid.ts'
import {type Existing, type Kind, type Wanted} from './kind.ts'
import {named} from './named.ts'

/** What a kind's section asks for beside what there is. */
export interface Part {
  kind: Kind
  wanted: Wanted[]
  existing: readonly Existing[]
}

/** What the names in each section that is referred to mean. */
export type Keys = ReadonlyMap<
  string,
  {names: ReadonlyMap<string, readonly Existing[]>; keyOf: (id: string) => string; ids: ReadonlySet<string>}
>

/** What a section asks for, laid beside what there is. */
export class Matching {
  readonly #byKey: ReadonlyMap<string, Existing[]>
  readonly #byId = new Map<string, Existing>()
  readonly #matched = new Set<Existing>()
  /** What entries say that they are in. */
  readonly #places = new Set<JsonValue | undefined>()

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
      const fields = this.#withKeys(given)
      const one = {...given, fields, key: keyWithin(kind, fields) ?? given.key}
      if (kind.within !== undefined) this.#places.add(fields[kind.within])
      const name = one.id ?? one.key
      const before = places.get(name)
      places.set(name, one.at)
      if (before !== undefined) return this.#problem(`${one.at} is the same ${kind.noun} as ${before}: ${name}.`)
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
    const left = existing.filter((one) => one.isOthers !== true && !this.#matched.has(one) && this.#isInScope(one))
    return left.map((one) => ({kind, action: 'release', key: one.key, existing: one, differences: []}))
  }

  /** What is in something that the section does not name is none of its business. */
  #isInScope({fields}: Existing): boolean {
    const {within} = this.part.kind
    return within === undefined || this.#places.has(fields[within])
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

/** What an entry is known by that is in another thing; undefined for others. */
export function keyWithin({key, within}: Pick<Kind, 'key' | 'within'>, fields: JsonObject): string | undefined {
  return within === undefined ? undefined : `${textOf(fields[within])}/${textOf(fields[key])}`
}

/** What a value names. */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}
