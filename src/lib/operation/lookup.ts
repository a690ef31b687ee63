import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Fallback} from '../parameter.ts'
import {type Caller, type Declaration} from './declaration.ts'
import {type IdMemory} from './id-memory.ts'

type Complete = Readonly<Record<string, unknown>>

/** What a lookup asks with. */
export interface Asking {
  caller: Caller
  /** What holds where a value is left out. */
  fallback: (fallback: Fallback) => Promise<string | undefined>
}

/** How an id is found that people do not give: they name the thing, or it follows from other values. */
export type Lookup = AskedLookup | MadeLookup

/** An id that is made of the name and other values: nobody is asked for it. Of one that is made already, it is the same. */
interface MadeLookup {
  make: (name: string, values: Complete) => string
}

export interface AskedLookup {
  /** What the id is remembered under, of the values that have ids already; undefined for a value that is one. */
  key: (name: string, values: Complete) => string | undefined
  /** Whether a name may be an id: it is taken for one first, and for a name where that leads nowhere. */
  mayBeId?: (name: string) => boolean
  /** The setting that says where it is looked up, which has a flag beside the name. */
  within?: 'murano_business'
  /** Asks the service. Throws where there is no such thing. */
  find: (name: string, values: Complete, asking: Asking) => Promise<string>
  /** What stands for the thing where people give no name; it may follow from other values. */
  name?: string | ((values: Complete) => string)
  /** A name that may pass to another thing is asked for each time. */
  kept?: false
}

/** The lookups of a call, in order: of parameters first. */
export function lookupsOf({parameters, lookups = {}}: Pick<Declaration, 'parameters' | 'lookups'>): [string, Lookup][] {
  const own = Object.entries(parameters).flatMap(([name, {lookup}]): [string, Lookup][] =>
    lookup === undefined ? [] : [[name, lookup]],
  )
  return [...own, ...Object.entries(lookups)]
}

/** What ids were made of without asking: it may be wrong. */
export interface Guesses {
  /** Keys of those that were remembered. */
  remembered: string[]
  /** Whether something that looks like an id was taken for one. */
  hasLikely: boolean
}

/** What ids are found with. */
export interface Finding {
  ids: IdMemory
  /** Without it, names stay where their ids are not remembered. */
  asking?: Asking
  /** Filled in. */
  guesses?: Guesses
  /** Nothing is guessed: names may look like ids. */
  isCertain?: boolean
}

/** The values with ids in place of names: remembered ones, else what the service says. */
export async function lookUp(
  declaration: Pick<Declaration, 'parameters' | 'lookups'>,
  typed: Complete,
  finding: Finding,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {...typed}
  for (const [place, lookup] of lookupsOf(declaration)) {
    const given = values[place] as string | undefined
    if (!('make' in lookup)) values[place] = await askedId(lookup, given, values, finding)
    else if (given !== undefined) values[place] = lookup.make(given, values)
  }
  return values
}

/** The id that is remembered or asked for; the name where neither can be. */
async function askedId(
  lookup: AskedLookup,
  given: string | undefined,
  values: Complete,
  {ids, asking, guesses, isCertain = false}: Finding,
): Promise<string | undefined> {
  const name = given ?? (typeof lookup.name === 'function' ? lookup.name(values) : lookup.name)
  const key = name === undefined ? undefined : lookup.key(name, values)
  if (name === undefined || key === undefined) return name
  const known = lookup.kept === false ? undefined : ids.get(key)
  if (known !== undefined) {
    guesses?.remembered.push(key)
    return known
  }
  if (asking === undefined) return name
  const mayBeId = lookup.mayBeId?.(name) === true
  if (mayBeId && !isCertain) {
    if (guesses) guesses.hasLikely = true
    return name
  }
  const id = await lookup.find(name, values, asking).catch((error: unknown) => {
    if (mayBeId && error instanceof CliError && error.exit !== ExitCode.Usage) return undefined
    throw error
  })
  if (id !== undefined && lookup.kept !== false) ids.set(key, id)
  return id ?? name
}
