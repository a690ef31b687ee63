import {didYouMean} from '../../../did-you-mean.ts'
import {type JsonValue} from '../../../client/wire.ts'
import {fieldsOfOrganization} from '../../brand.ts'
import {
  brandFields,
  campaignFields,
  type FieldKind,
  requiredBrandFields,
  requiredCampaignFields,
} from '../field-kinds.ts'
import {brandRule, campaignRule, type Fields, type Problem, textOf} from '../rule.ts'

const kindNames: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  boolean: 'true or false',
  texts: 'a list of texts',
}

function unknown(fields: Fields, known: Readonly<Record<string, FieldKind>>): Problem[] {
  return Object.keys(fields)
    .filter((name) => known[name] === undefined)
    .map((field) => ({
      field,
      message: `“${field}” is no field that the platform knows.${didYouMean(field, Object.keys(known))}`,
      fix: 'Write the name as the platform has it, or take the field out.',
    }))
}

function wrongKind(fields: Fields, known: Readonly<Record<string, FieldKind>>): Problem[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    const kind = known[field]
    if (kind === undefined || value == null || isOfKind(value, kind)) return []
    return [{field, message: `It must be ${kindNames[kind]}.`, fix: `Write ${kindNames[kind]} here.`}]
  })
}

function isOfKind(value: JsonValue, kind: FieldKind): boolean {
  if (kind === 'boolean') return typeof value === 'boolean'
  if (kind === 'texts') return Array.isArray(value) && value.every((one) => typeof one === 'string')
  return typeof value === 'string' || typeof value === 'number'
}

function missing(fields: Fields, needed: readonly string[]): Problem[] {
  return needed
    .filter((name) => isEmpty(fields[name]))
    .map((field) => ({field, message: `${field} is missing.`, fix: `Add ${field}: the platform insists on it.`}))
}

function isEmpty(value: JsonValue | undefined): boolean {
  return (
    value == null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)
  )
}

export const fieldRules = [
  brandRule({
    id: 'brand-unknown-field',
    level: 'error',
    summary: 'A brand has the platform’s fields only',
    code: null,
    check: (brand) => unknown(brand, brandFields),
    examples: {
      good: [{brand: {first_name: 'Ada'}}],
      bad: [{brand: {legal_nam: 'Acme LLC'}}, {brand: {ein: '12-3456789'}}],
    },
  }),
  brandRule({
    id: 'brand-field-kind',
    level: 'error',
    summary: 'Fields of a brand are texts',
    code: null,
    check: (brand) => wrongKind(brand, brandFields),
    examples: {good: [{brand: {postal_code: 34285}}], bad: [{brand: {city: ['Venice']}}]},
  }),
  brandRule({
    id: 'brand-missing-field',
    level: 'error',
    summary: 'A brand has all fields that its kind of organisation must give',
    code: null,
    check: (brand) =>
      missing(brand, [
        ...requiredBrandFields,
        ...fieldsOfOrganization(textOf(brand, 'organization_type') || undefined),
      ]),
    examples: {
      good: [
        {
          brand: {
            organization_type: 'SOLE_PROPRIETOR',
            e_i_n: null,
            legal_name: 'Ada Rivera',
            first_name: 'Ada',
            last_name: 'Rivera',
          },
          campaign: {usecase_id: 'SOLE_PROPRIETOR'},
        },
      ],
      bad: [{brand: {city: null}}, {brand: {e_i_n: null}}, {brand: {organization_type: 'PUBLIC_PROFIT'}}],
    },
  }),
  campaignRule({
    id: 'campaign-unknown-field',
    level: 'error',
    summary: 'A campaign has the platform’s fields only',
    code: null,
    check: (campaign) => unknown(campaign, campaignFields),
    examples: {good: [{campaign: {numbers: ['+19412360001']}}], bad: [{campaign: {usecase: '2FA'}}]},
  }),
  campaignRule({
    id: 'campaign-field-kind',
    level: 'error',
    summary: 'Fields of a campaign are of the kind that the platform takes',
    code: null,
    check: (campaign) => wrongKind(campaign, campaignFields),
    examples: {
      good: [{campaign: {age_gated: false}}],
      bad: [{campaign: {embedded_link: 'maybe'}}, {campaign: {sub_usecase_ids: 'CUSTOMER_CARE'}}],
    },
  }),
  campaignRule({
    id: 'campaign-missing-field',
    level: 'error',
    summary: 'A campaign has a name, a description, a use case, the way people opt in, and samples',
    code: null,
    check: (campaign) => missing(campaign, requiredCampaignFields),
    examples: {
      good: [{}],
      bad: [{campaign: {description: null}}, {campaign: {sample_messages: []}}, {campaign: {display_name: '  '}}],
    },
  }),
] as const
