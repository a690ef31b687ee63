import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {type Brand} from './brand.ts'

/** The platform's own lists of values. */
export interface Enumerations {
  entity_types: string[]
  verticals: string[]
  stock_exchanges: string[]
}

const listOf: Readonly<Partial<Record<keyof Brand, keyof Enumerations>>> = {
  organization_type: 'entity_types',
  vertical: 'verticals',
  stock_exchange: 'stock_exchanges',
}

/** The values to choose a brand's field from; undefined for fields that are written freely. */
export async function brandChoices(
  name: string,
  enumerations: () => Promise<Enumerations>,
): Promise<string[] | undefined> {
  const list = listOf[name as keyof Brand]
  return list && (await enumerations())[list]
}

/** Throws a usage error for a value that the platform's lists lack; checks nothing where they could not be had. */
export function checkEnumerations(brand: Partial<Brand>, enumerations: Enumerations | undefined): void {
  for (const [name, list] of Object.entries(listOf) as [keyof Brand, keyof Enumerations][]) {
    const value = brand[name] as string | undefined
    const known = enumerations?.[list] ?? []
    if (value === undefined || known.length === 0 || known.includes(value)) continue
    const flag = `--${name.replaceAll('_', '-')}`
    throw usageError(`${flag}: “${value}” is none of the platform’s values.${didYouMean(value, known)}`, {
      code: 'unknown-value',
      hint: `commsctl 10dlc enums lists them.`,
    })
  }
}
