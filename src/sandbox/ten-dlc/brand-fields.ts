import {type FastifyRequest} from 'fastify'
import {country, emailAddress, isOfSameDomain, webAddress} from '../contact-fields.ts'
import {oneOf, pattern, readBody, required, string, uuid} from '../fields.ts'
import {phoneNumber} from '../phone-numbers.ts'
import {type FieldProblem} from '../refusal.ts'
import {alternativeIdTypes, entityTypes, stockExchanges, verticals} from '../../lib/tendlc/registry-lists.ts'

const fields = {
  account_uuid: required(uuid()),
  legal_name: required(string({max: 100})),
  brand_name: required(string({max: 100})),
  organization_type: required(oneOf(entityTypes)),
  registration_country: country(),
  e_i_n: string({max: 32}),
  e_i_n_country: country(),
  alt_business_id_type: oneOf(alternativeIdTypes),
  alt_business_id: string({max: 50}),
  vertical: required(oneOf(verticals)),
  address: required(string({max: 100})),
  city: required(string({max: 100})),
  state: required(string({max: 20})),
  postal_code: required(string({max: 10})),
  website: webAddress(),
  stock_symbol: pattern(/^[A-Z0-9.-]{1,10}$/i, 'must be a stock symbol of at most 10 characters'),
  stock_exchange: oneOf(stockExchanges),
  email_address: required(emailAddress()),
  business_contact_email: emailAddress(),
  phone_number: required(phoneNumber()),
  first_name: string({max: 100}),
  last_name: string({max: 100}),
}

/** A brand as it is filed, with the countries filled in. */
export type BrandFields = ReturnType<typeof readBrand>

/** The brand that a body files. Throws a 400 with all that the registry would turn down unread. */
export function readBrand(request: FastifyRequest) {
  const brand = readBody(request, fields, (values) => [
    ...missing(values),
    ...unitedStatesProblems(values),
    ...identityProblems(values),
    ...stockProblems(values),
  ])
  return {
    ...brand,
    registration_country: brand.registration_country ?? 'US',
    e_i_n_country: brand.e_i_n_country ?? 'US',
  }
}

type Given = Partial<ReturnType<typeof readBody<typeof fields>>>

const neededBy = {
  company: ['e_i_n', 'website'],
  PUBLIC_PROFIT: ['stock_symbol', 'stock_exchange', 'business_contact_email'],
  SOLE_PROPRIETOR: ['first_name', 'last_name'],
} as const

/** Fields that only some kinds of organization must have. */
function missing(given: Given): FieldProblem[] {
  const {organization_type: type} = given
  if (type === undefined) return []
  const needed = [
    ...(type === 'SOLE_PROPRIETOR' ? neededBy.SOLE_PROPRIETOR : neededBy.company),
    ...(type === 'PUBLIC_PROFIT' ? neededBy.PUBLIC_PROFIT : []),
  ]
  return needed.filter((field) => !given[field]).map((field) => ({field, message: `is required for ${type}`}))
}

function unitedStatesProblems({registration_country, e_i_n_country, e_i_n, state, postal_code}: Given): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (e_i_n && (e_i_n_country ?? 'US') === 'US' && !/^\d{2}-?\d{7}$/.test(e_i_n)) {
    problems.push({field: 'e_i_n', message: 'must have nine digits, like 59-1234567'})
  }
  if ((registration_country ?? 'US') !== 'US') return problems
  if (state !== undefined && !/^[A-Z]{2}$/.test(state)) {
    problems.push({field: 'state', message: 'must be a state in two capital letters'})
  }
  if (postal_code !== undefined && !/^\d{5}(-\d{4})?$/.test(postal_code)) {
    problems.push({field: 'postal_code', message: 'must be a ZIP code, like 34236 or 34236-1234'})
  }
  return problems
}

function identityProblems({alt_business_id_type: type = 'NONE', alt_business_id: id}: Given): FieldProblem[] {
  if (type !== 'NONE' && !id) return [{field: 'alt_business_id', message: `is required with the type ${type}`}]
  if (type === 'NONE' && id) return [{field: 'alt_business_id_type', message: 'is required with alt_business_id'}]
  return []
}

function stockProblems({organization_type, stock_exchange, business_contact_email, website}: Given): FieldProblem[] {
  if (organization_type !== 'PUBLIC_PROFIT') return []
  const problems: FieldProblem[] = []
  if (stock_exchange === 'NONE') {
    problems.push({field: 'stock_exchange', message: 'must not be NONE for PUBLIC_PROFIT'})
  }
  if (business_contact_email && website && !isOfSameDomain(business_contact_email, website)) {
    problems.push({field: 'business_contact_email', message: 'must be on the domain of the website'})
  }
  return problems
}
