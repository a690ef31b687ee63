import {seededAccess, seededCampaigns} from '../seeded-access.ts'
import {type Store} from '../store.ts'
import {type Brand, brands} from '../ten-dlc/brands.ts'
import {type Campaign, campaigns} from '../ten-dlc/campaigns.ts'

const brand: Brand = {
  account_uuid: seededAccess.accountUuid,
  legal_name: 'Sunrise Dental of Sarasota LLC',
  brand_name: 'Sunrise Dental',
  organization_type: 'PRIVATE_PROFIT',
  registration_country: 'US',
  e_i_n: '59-1234567',
  e_i_n_country: 'US',
  alt_business_id_type: undefined,
  alt_business_id: undefined,
  vertical: 'HEALTHCARE',
  address: '100 Main St',
  city: 'Sarasota',
  state: 'FL',
  postal_code: '34237',
  website: 'https://sunrise.example',
  stock_symbol: undefined,
  stock_exchange: undefined,
  email_address: 'office@sunrise.example',
  business_contact_email: undefined,
  phone_number: '+19412340001',
  first_name: 'Ada',
  last_name: 'Rivera',
  submitted_at: Date.UTC(2025, 0, 15, 15),
}

const reminders: Campaign = {
  campaign_id: seededCampaigns.active,
  account_uuid: seededAccess.accountUuid,
  display_name: 'Appointment reminders',
  description:
    'Sunrise Dental reminds patients who gave their mobile number at the front desk of their appointments, and answers their questions about them.',
  message_flow:
    'Patients opt in on the form at https://sunrise.example/reminders, where an unticked box says: “I agree to appointment reminders by SMS from Sunrise Dental, up to 4 messages a month. Msg & data rates may apply. Reply HELP for help, STOP to end.” Privacy policy and terms are linked beside it.',
  usecase_id: 'LOW_VOLUME',
  sub_usecase_ids: ['ACCOUNT_NOTIFICATION', 'CUSTOMER_CARE'],
  sample_msg1:
    'Sunrise Dental: your appointment is on [date] at [time]. Reply C to confirm, or STOP to get no more messages.',
  sample_msg2:
    'Sunrise Dental: the answer to your question is on its way, [name]. The front desk will call today. Reply STOP to end.',
  sample_msg3: undefined,
  sample_msg4: undefined,
  sample_msg5: undefined,
  terms_link: 'https://sunrise.example/terms',
  privacy_link: 'https://sunrise.example/privacy',
  sub_opt_in: true,
  sub_opt_out: true,
  sub_help: true,
  num_pooling: false,
  direct_lending: false,
  embedded_link: false,
  embedded_phone: false,
  aff_marketing: false,
  age_gated: false,
  auto_renewal: true,
  opt_in_keywords: 'START',
  opt_out_keywords: 'STOP',
  help_keywords: 'HELP',
  opt_in_message:
    'Sunrise Dental: you will get appointment reminders, up to 4 messages a month. Msg & data rates may apply. Reply HELP for help, STOP to end.',
  opt_out_message: 'Sunrise Dental: you will get no more messages from us. Reply START to get them again.',
  help_message: 'Sunrise Dental: for help call +1 941 234 0001 or write to office@sunrise.example. Reply STOP to end.',
  submitted_at: Date.UTC(2025, 0, 16, 15),
}

const offers: Campaign = {
  ...reminders,
  campaign_id: seededCampaigns.rejected,
  display_name: 'Whitening offers',
  description:
    'Sunrise Dental tells patients who signed up for it on its web site about offers, at most twice a month.',
  usecase_id: 'MARKETING',
  sub_usecase_ids: undefined,
  sample_msg1:
    'Sunrise Dental: 20% off whitening until Friday. Book at https://bit.ly/sunrise-white. Reply STOP to end.',
  sample_msg2: 'Sunrise Dental: bring a friend in May and both save $30. Reply STOP to get no more messages.',
  embedded_link: true,
  submitted_at: Date.UTC(2025, 0, 17, 15),
}

/** The default account's brand, verified, with an active and a rejected campaign. */
export function seedTenDlc(store: Store): void {
  store.collection(brands).put(brand)
  for (const campaign of [reminders, offers]) store.collection(campaigns).put(campaign)
}
