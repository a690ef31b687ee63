import {loadable} from '../loading/loadable.ts'
import {text, texts, wholeNumber} from '../loading/schemas.ts'
import {accounts} from '../records.ts'
import {brands, verificationMs} from '../ten-dlc/brands.ts'
import {campaigns, reviewStepMs} from '../ten-dlc/campaigns.ts'

const keywords = {opt_in_keywords: 'START', opt_out_keywords: 'STOP', help_keywords: 'HELP'}

/** What of 10DLC can be loaded. What was filed at no certain time was filed long enough ago to be decided. */
export const tenDlcCollections = {
  brands: loadable(brands, {
    types: {legal_name: text, brand_name: text, e_i_n: text, alt_business_id: text, submitted_at: wholeNumber},
    required: ['account_uuid', 'legal_name'],
    defaults: {
      ...{
        organization_type: 'PRIVATE_PROFIT',
        vertical: 'PROFESSIONAL',
        registration_country: 'US',
        e_i_n_country: 'US',
      },
      ...{address: '', city: '', state: '', postal_code: '', email_address: '', phone_number: ''},
    },
    complete: ({legal_name = '', brand_name = legal_name, submitted_at}, now) => ({
      brand_name,
      submitted_at: submitted_at ?? now - verificationMs,
    }),
    refers: {account_uuid: accounts},
  }),
  campaigns: loadable(campaigns, {
    types: {display_name: text, sub_usecase_ids: texts, submitted_at: wholeNumber},
    required: ['campaign_id', 'account_uuid'],
    defaults: {
      ...{description: '', message_flow: '', usecase_id: 'LOW_VOLUME', sample_msg1: '', ...keywords},
      ...{sub_opt_in: true, sub_opt_out: true, sub_help: true, num_pooling: false, direct_lending: false},
      ...{embedded_link: false, embedded_phone: false, aff_marketing: false, age_gated: false, auto_renewal: true},
      ...{opt_in_message: '', opt_out_message: '', help_message: ''},
    },
    complete: ({campaign_id = '', display_name = campaign_id, submitted_at}, now) => ({
      display_name,
      submitted_at: submitted_at ?? now - 2 * reviewStepMs,
    }),
    refers: {account_uuid: accounts},
  }),
}
