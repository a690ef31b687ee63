import {type ColumnSpec} from '../output/columns.ts'

/** The brand that an account sends for, with the wire's field names. */
export interface Brand {
  account_uuid: string
  legal_name: string
  brand_name: string
  organization_type: string
  registration_country: string
  e_i_n?: string
  e_i_n_country: string
  alt_business_id_type?: string
  alt_business_id?: string
  vertical: string
  address: string
  city: string
  state: string
  postal_code: string
  website: string
  stock_symbol?: string
  stock_exchange?: string
  email_address: string
  business_contact_email?: string
  phone_number: string
  first_name?: string
  last_name?: string
  /** Where its registration stands; not every platform version tells. */
  status?: string
  status_reason?: string | null
}

export const brandColumns: readonly ColumnSpec<Brand>[] = [
  'brand_name',
  'legal_name',
  'organization_type',
  {path: 'e_i_n', header: 'EIN'},
  'vertical',
  'website',
  'status',
  'status_reason',
  'account_uuid',
]

/** Names of fields that this kind of organisation must give besides those that every brand has. */
export function fieldsOfOrganization(organizationType: string | undefined): string[] {
  const type = organizationType?.toUpperCase()
  if (type === undefined) return []
  if (type === 'SOLE_PROPRIETOR') return ['first_name', 'last_name']
  if (type === 'PUBLIC_PROFIT') return ['e_i_n', 'stock_symbol', 'stock_exchange', 'business_contact_email']
  return ['e_i_n']
}
