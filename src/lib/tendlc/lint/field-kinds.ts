import {campaignParameters} from '../campaign-parameters.ts'

export type FieldKind = 'text' | 'boolean' | 'texts'

/** Every field that a brand may have in a filing. */
export const brandFields: Readonly<Record<string, FieldKind>> = textFields([
  'account_uuid',
  'legal_name',
  'brand_name',
  'organization_type',
  'registration_country',
  'e_i_n',
  'e_i_n_country',
  'alt_business_id_type',
  'alt_business_id',
  'vertical',
  'address',
  'city',
  'state',
  'postal_code',
  'website',
  'stock_symbol',
  'stock_exchange',
  'email_address',
  'business_contact_email',
  'phone_number',
  'first_name',
  'last_name',
])

/** Every field that a campaign may have in a filing: what is registered, and the numbers that are to be in it. */
export const campaignFields: Readonly<Record<string, FieldKind>> = {
  ...Object.fromEntries(
    Object.entries(campaignParameters).map(([name, {kind, many}]) => [
      name,
      many ? 'texts' : kind === 'boolean' ? 'boolean' : 'text',
    ]),
  ),
  numbers: 'texts',
}

export const requiredBrandFields = [
  'legal_name',
  'brand_name',
  'organization_type',
  'vertical',
  'address',
  'city',
  'state',
  'postal_code',
  'website',
  'email_address',
  'phone_number',
] as const

export const requiredCampaignFields = [
  'display_name',
  'description',
  'usecase_id',
  'message_flow',
  'sample_messages',
] as const

function textFields(names: readonly string[]): Readonly<Record<string, FieldKind>> {
  return Object.fromEntries(names.map((name) => [name, 'text']))
}
