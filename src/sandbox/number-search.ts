import {type FastifyRequest} from 'fastify'
import {type JsonObject} from '../lib/client/wire.ts'
import {type Field, pattern, readFields, string} from './fields.ts'
import {type NumberSearch} from './number-inventory.ts'

const mostNumbers = 500

/** What a query for numbers asks for. Throws a 400 for a value that can never be right. */
export function readNumberSearch(request: FastifyRequest): {search: NumberSearch; quantity: number} {
  const query = readFields(request.query as JsonObject, {
    qty: digits({min: 1, max: mostNumbers}),
    tier: digits({min: 1, max: 4}),
    npa: digits({min: 200, max: 999}),
    state: pattern(/^[a-z]{2}$/i, 'must be two letters'),
    ratecenter: string({max: 50}),
    network: string({max: 20}),
  })
  return {
    quantity: query.qty ?? 5,
    search: {
      tier: query.tier ?? 1,
      npa: query.npa,
      state: query.state?.toUpperCase(),
      rate_center: query.ratecenter?.toUpperCase(),
      network: query.network?.toUpperCase(),
    },
  }
}

/** A whole number, written in digits as queries have it. */
function digits({min, max}: {min: number; max: number}): Field<number | undefined> {
  return (value) => {
    if (value === undefined) return {value: undefined}
    const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
    return number >= min && number <= max ? {value: number} : {problem: `must be a whole number from ${min} to ${max}`}
  }
}
