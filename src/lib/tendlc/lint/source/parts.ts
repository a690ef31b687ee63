import {type JsonObject, type JsonValue} from '../../../client/wire.ts'
import {didYouMean} from '../../../did-you-mean.ts'
import {usageError} from '../../../errors.ts'
import {filingOf} from '../../filing.ts'
import {type Filing, type Part} from '../rule.ts'

const known = ['brand', 'campaign', 'campaigns']

/**
 * A filing as files have it: `brand:`, and `campaign:` or a list `campaigns:`. Throws a usage error for what is none, and
 * for parts of other names.
 */
export function filingFrom(value: JsonValue, source: string): Filing {
  const filing = asObject(value, source)
  const strange = Object.keys(filing).find((name) => !known.includes(name))
  if (strange !== undefined) {
    throw usageError(`${source}: “${strange}” is no part of a filing.${didYouMean(strange, known)}`, {
      code: 'not-a-filing',
      hint: 'A filing has brand:, and campaign: or campaigns:, with the wire’s field names below them.',
    })
  }
  const {brand, campaign, campaigns} = filing
  const isEmpty = campaigns == null || (Array.isArray(campaigns) && campaigns.length === 0)
  if (brand == null && campaign == null && isEmpty) {
    throw usageError(`${source} has neither “brand:” nor “campaign:”.`, {code: 'not-a-filing'})
  }
  if (campaign != null && campaigns != null) {
    throw usageError(`${source} has both “campaign:” and “campaigns:”.`, {code: 'not-a-filing'})
  }
  return {
    ...(brand != null && {brand: partFrom('brand', brand, source)}),
    campaigns: campaign != null ? [partFrom('campaign', campaign, source)] : listed(campaigns ?? [], source),
  }
}

/** A part with its samples as one list. */
function partFrom(path: string, value: JsonValue, source: string): Part {
  return {path, fields: filingOf(asObject(value, `${source}: ${path}`))}
}

function listed(value: JsonValue, source: string): Part[] {
  if (!Array.isArray(value)) throw usageError(`${source}: campaigns must be a list.`, {code: 'not-a-filing'})
  return value.map((campaign, index) => partFrom(`campaigns[${index}]`, campaign, source))
}

function asObject(value: JsonValue, where: string): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw usageError(`${where} is not a set of fields.`, {code: 'not-a-filing'})
}

/** The steps of a field's name: `campaigns[1].sample_messages[0]`. */
export function stepsOf(path: string): (string | number)[] {
  return path.split(/[.[]/).map((step) => (step.endsWith(']') ? Number(step.slice(0, -1)) : step))
}
