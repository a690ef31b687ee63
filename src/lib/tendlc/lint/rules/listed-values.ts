import {didYouMean} from '../../../did-you-mean.ts'
import {type Enumerations, listOf} from '../../enumerations.ts'
import {entityTypes, stockExchanges, verticals} from '../../registry-lists.ts'
import {brandRule, type Example, type Facts, type Fields, type Problem, textOf} from '../rule.ts'

const registryLists = {
  entity_types: entityTypes,
  verticals,
  stock_exchanges: stockExchanges,
} as const satisfies Record<keyof Enumerations, readonly string[]>

type Listed = keyof typeof listOf

/** What is wrong with a field whose values are listed. The registry's lists may be older than the platform's. */
function unlisted(field: Listed, brand: Fields, {enumerations}: Facts): Problem[] {
  const value = textOf(brand, field)
  const own = enumerations?.[listOf[field]] ?? []
  const known: readonly string[] = own.length > 0 ? own : registryLists[listOf[field]]
  if (value === '' || known.includes(value)) return []
  const mend = known.find(
    (one) =>
      one ===
      value
        .trim()
        .toUpperCase()
        .replace(/[\s-]+/g, '_'),
  )
  if (mend !== undefined)
    return [{field, message: `“${value}” is not as the platform writes it.`, fix: `Write ${mend}.`, mend}]
  const whose = own.length > 0 ? 'the platform’s' : 'the registry’s'
  return [
    {
      field,
      level: own.length > 0 ? 'error' : 'warning',
      message: `“${value}” is none of ${whose} values.${didYouMean(value, known)}`,
      fix: 'Take a value that “commsctl 10dlc enums” lists.',
    },
  ]
}

function listedRule(
  field: Listed,
  id: string,
  what: string,
  examples: {good: readonly Example[]; bad: readonly Example[]},
) {
  return brandRule({
    id,
    level: 'error',
    summary: `${what} is one that the platform lists`,
    code: null,
    check: (brand, facts) => unlisted(field, brand, facts),
    examples,
  })
}

export const listedValueRules = [
  listedRule('organization_type', 'organization-type-listed', 'The kind of organisation', {
    good: [{brand: {organization_type: 'GOVERNMENT'}}],
    bad: [{brand: {organization_type: 'PRIVATE'}}, {brand: {organization_type: 'private profit'}}],
  }),
  listedRule('vertical', 'vertical-listed', 'The line of business', {
    good: [{brand: {vertical: 'REAL_ESTATE'}}],
    bad: [{brand: {vertical: 'HEALTH_CARE'}}, {brand: {vertical: 'healthcare'}}],
  }),
  listedRule('stock_exchange', 'stock-exchange-listed', 'The exchange', {
    good: [{brand: {stock_exchange: 'NYSE'}}],
    bad: [{brand: {stock_exchange: 'WALLSTREET'}}],
  }),
] as const
