import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {type Choice} from '../input/prompt.ts'
import {type Brand} from './brand.ts'

/** The platform's own lists of values. It need not send all of them. */
export interface Enumerations {
  entity_types?: string[]
  verticals?: string[]
  stock_exchanges?: string[]
}

/** Which of the lists a field takes its values from. */
export const listOf = {
  organization_type: 'entity_types',
  vertical: 'verticals',
  stock_exchange: 'stock_exchanges',
} as const satisfies Partial<Record<keyof Brand, keyof Enumerations>>

const listedNames = Object.keys(listOf) as (keyof typeof listOf)[]

/** Fields of a brand whose values the platform lists. */
export type Listed = Partial<Pick<Brand, keyof typeof listOf>>

/** The values to choose a brand's field from; undefined for fields that are written freely. */
export async function brandChoices(
  name: string,
  enumerations: () => Promise<Enumerations>,
): Promise<Choice<string>[] | undefined> {
  if (!Object.hasOwn(listOf, name)) return undefined
  const values = (await enumerations())[listOf[name as keyof typeof listOf]]
  return values?.map((value) => ({name: value, value}))
}

/** What flags say of the fields whose values the platform lists. */
export function listedIn(flags: Readonly<Record<string, unknown>>): Listed {
  const typed = listedNames.map((name) => [name, flags[flagOf(name).slice(2)]] as const)
  return Object.fromEntries(typed.filter(([, value]) => value !== undefined))
}

/**
 * Those of a brand's values that the platform lists, as it writes them; none where its lists cannot be had. Throws a usage
 * error for a value that they lack.
 */
export async function listedValues(brand: Listed, enumerations: () => Promise<Enumerations>): Promise<Listed> {
  const lists = await enumerations().catch(() => undefined)
  const values: Listed = {}
  for (const name of listedNames) {
    const value = brand[name]
    if (lists !== undefined && value !== undefined)
      values[name] = listed(value, lists[listOf[name]] ?? [], flagOf(name))
  }
  return values
}

function flagOf(name: keyof Listed): string {
  return `--${name.replaceAll('_', '-')}`
}

function listed(value: string, known: readonly string[], usage: string): string {
  const match = known.find((one) => one.toLowerCase() === value.toLowerCase())
  if (match !== undefined) return match
  // A list that came empty says nothing.
  if (known.length === 0) return value
  throw usageError(`${usage}: “${value}” is none of the platform’s values.${didYouMean(value, known)}`, {
    code: 'unknown-value',
    hint: `commsctl 10dlc enums lists them.`,
  })
}
