import {didYouMean} from '../did-you-mean.ts'
import {causedBy, CliError} from '../errors.ts'
import {type Parameters} from '../parameter.ts'
import {type Caller} from './declaration.ts'

type Values = Readonly<Record<string, unknown>>

/** The things of which a parameter names one: what says what there is, where there is none of that name. */
export interface Listing {
  /** What one of them is called, such as `module`. */
  noun: string
  /** What people call them. */
  names: (values: Values, caller: Caller) => AsyncIterable<string>
  /** The command that shows them. */
  command: (values: Values) => string
}

/** Names that are looked through for advice: of more, it could not be said that one is not among them. */
const mostNames = 1000

/** A failure since something is not there, told as that: by what people call it, with near names. */
export async function withNearNames(
  failure: CliError,
  parameters: Parameters,
  values: Values,
  caller: Caller,
): Promise<CliError> {
  for (const [place, {listing}] of Object.entries(parameters)) {
    const given = values[place]
    if (listing === undefined || (typeof given !== 'string' && typeof given !== 'number')) continue
    const name = String(given)
    const names = await namesOf(listing, values, caller)
    if (names === undefined || names.has(name)) continue
    return causedBy(failure, `There is no ${listing.noun} “${name}”.${didYouMean(name, names)}`, {
      hint: `See what there is: ${listing.command(values)}`,
    })
  }
  return failure
}

/** Undefined where they cannot be had: they are only wanted for advice. */
async function namesOf(listing: Listing, values: Values, caller: Caller): Promise<Set<string> | undefined> {
  const names = new Set<string>()
  try {
    for await (const name of listing.names(values, caller)) {
      if (names.size === mostNames) return undefined
      names.add(name)
    }
    return names
  } catch (error) {
    if (error instanceof CliError) return undefined
    throw error
  }
}
