import {type CollectionSpec} from '../collection.ts'
import {type BrandFields} from './brand-fields.ts'

/** The registry checks a brand for that long, in milliseconds. */
export const verificationMs = 5000

/** A brand with the time of its filing. One per account. */
export interface Brand extends BrandFields {
  /** Milliseconds on the sandbox's clock: the state follows from it. */
  submitted_at: number
}

export const brands: CollectionSpec<Brand> = {name: 'brands', id: 'account_uuid', indexes: []}

export type BrandStatus = 'UNVERIFIED' | 'VERIFIED' | 'FAILED'

export function brandStatus(brand: Brand, now: number): BrandStatus {
  if (now - brand.submitted_at < verificationMs) return 'UNVERIFIED'
  return failure(brand) === undefined ? 'VERIFIED' : 'FAILED'
}

/** A brand as replies show it. */
export function brandReply({submitted_at, ...fields}: Brand, now: number) {
  const status = brandStatus({submitted_at, ...fields}, now)
  const reason = status === 'FAILED' ? failure(fields) : undefined
  return {
    ...fields,
    status,
    ...(reason !== undefined && {status_reason: reason}),
    submitted_datetime: new Date(submitted_at).toISOString(),
  }
}

/** Why the registry does not find the brand: an EIN of zeros, or a legal name with the word REJECT. */
function failure({e_i_n, legal_name}: BrandFields): string | undefined {
  if (e_i_n !== undefined && /^0{2}-?0{7}$/.test(e_i_n)) return 'The EIN does not exist.'
  return legal_name.includes('REJECT') ? 'The legal name is not the one that the EIN was given to.' : undefined
}
