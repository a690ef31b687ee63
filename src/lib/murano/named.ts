import {collect} from '../collect.ts'
import {didYouMean} from '../did-you-mean.ts'
import {CliError, notFoundError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Asking, type Lookup} from '../operation/lookup.ts'
import {type Membership} from './session-calls.ts'
import {idOf, namesOf, type Solution} from './solution.ts'

/** What looks like an id as Murano makes them; it may be a name all the same. */
function mayBeId(name: string): boolean {
  return /^(?=.*\d)[a-z0-9]{16,17}$/.test(name)
}

/** A thing that has a name and an id. */
interface Named {
  id: string
  names: readonly string[]
  /** The business that it is in, where several were looked through. */
  place?: string | undefined
}

/** The business that people name. */
export const businessLookup: Lookup = {
  key: (name) => `business ${name}`,
  mayBeId,
  find: async (name, _, {caller}) => {
    const {listBusinesses} = await import('./session-calls.ts')
    const businesses = await collect<Membership>(caller.all(listBusinesses, {}))
    const named = businesses.map(({bizid: id, name}) => ({id, names: [name]}))
    return choose(name, named, 'business', 'commsctl murano businesses list')
  },
}

/** The solution that people name, in the profile's business; of one type only, where said. */
export function solutionLookup(type?: 'product' | 'application'): Lookup {
  const what = type ?? 'solution'
  return {
    key: (name) => `${what} ${name}`,
    mayBeId,
    within: 'murano_business',
    find: async (name, values, asking) => {
      const {listSolutions} = await import('./solution-calls.ts')
      const businesses = await businessesFor(values, asking)
      const found = await Promise.all(
        businesses.map(async ({bizid, name: place}) => {
          const solutions = await collect<Solution>(asking.caller.all(listSolutions, {bizid}))
          const fitting = solutions.filter((solution) => type === undefined || solution.type === type)
          return fitting.map((solution) => ({id: idOf(solution), names: namesOf(solution), place}))
        }),
      )
      const [{bizid} = {}] = businesses
      const only = businesses.length === 1 ? `solutions list --business ${bizid}` : 'businesses list'
      return choose(name, found.flat(), what, `commsctl murano ${only}`)
    },
  }
}

/** The business that is named beside the solution, or else the one in force, or else all that the user belongs to. */
async function businessesFor(
  {bizid}: Readonly<Record<string, unknown>>,
  {caller, fallback}: Asking,
): Promise<{bizid: string; name?: string}[]> {
  const business = (bizid as string | undefined) ?? (await fallback('murano_business'))
  if (business !== undefined) return [{bizid: business}]
  const {listBusinesses} = await import('./session-calls.ts')
  return collect<Membership>(caller.all(listBusinesses, {}))
}

/** The id of what is called so. Throws where nothing or more than one is. */
function choose(name: string, things: readonly Named[], what: string, list: string): string {
  const exact = things.filter(({id, names}) => id === name || names.includes(name))
  const near = things.filter(({names}) => names.some((one) => one.toLowerCase() === name.toLowerCase()))
  const found = new Map((exact.length > 0 ? exact : near).map(({id, place}) => [id, place]))
  const [id, ...others] = found.keys()
  if (id !== undefined && others.length === 0) return id
  if (id === undefined) {
    const names = things.flatMap((thing) => thing.names)
    throw notFoundError(`There is no ${what} “${name}”.${didYouMean(name, names)}`, list)
  }
  const places = [...found].map(([one, place]) => (place === undefined ? one : `${one} in ${place}`))
  throw new CliError(`There are ${found.size} of the name “${name}”: ${places.join(', ')}.`, {
    code: 'ambiguous-name',
    exit: ExitCode.Usage,
    hint: `Give the id of the one that is meant${new Set(found.values()).size > 1 ? ', or its business: --business NAME' : ''}.`,
  })
}
