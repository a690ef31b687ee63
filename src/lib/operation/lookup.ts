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

interface AskedLookup {
  /** What the id is remembered under, of the values that have ids already; undefined for a value that is one. */
  key: (name: string, values: Complete) => string | undefined
  /** Asks the service. Throws where there is no such thing. */
  find: (name: string, values: Complete, asking: Asking) => Promise<string>
  /** What stands for the thing where people give no name. */
  name?: string
}

/** The lookups of a call, in order: of parameters first. */
export function lookupsOf({parameters, lookups = {}}: Pick<Declaration, 'parameters' | 'lookups'>): [string, Lookup][] {
  const own = Object.entries(parameters).flatMap(([name, {lookup}]): [string, Lookup][] =>
    lookup === undefined ? [] : [[name, lookup]],
  )
  return [...own, ...Object.entries(lookups)]
}

/**
 * The values with ids in place of names: remembered ones, whose keys are noted in `remembered`, else what the service says;
 * without `asking`, what is remembered.
 */
export async function lookUp(
  declaration: Pick<Declaration, 'parameters' | 'lookups'>,
  typed: Complete,
  ids: IdMemory,
  asking?: Asking,
  remembered: string[] = [],
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {...typed}
  for (const [place, lookup] of lookupsOf(declaration)) {
    const given = values[place] as string | undefined
    if ('make' in lookup) {
      if (given !== undefined) values[place] = lookup.make(given, values)
      continue
    }
    const name = given ?? lookup.name
    if (name === undefined) continue
    values[place] = name
    const key = lookup.key(name, values)
    if (key === undefined) continue
    const known = ids.get(key)
    if (known !== undefined) remembered.push(key)
    const id = known ?? (asking && (await lookup.find(name, values, asking)))
    if (known === undefined && id !== undefined) ids.set(key, id)
    values[place] = id ?? name
  }
  return values
}
