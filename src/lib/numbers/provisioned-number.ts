import {type ColumnSpec} from '../output/columns.ts'

/** A number that an account or user has. */
export interface ProvisionedNumber {
  number: string
  account_uuid: string
  user_uuid: string | null
  provider: string
  help_text: string | null
  is_campaign: boolean
  reference_id: string | null
  campaign_id: string | null
}

export const numberColumns: readonly ColumnSpec<ProvisionedNumber>[] = [
  'number',
  'user_uuid',
  'provider',
  'campaign_id',
  'reference_id',
]
