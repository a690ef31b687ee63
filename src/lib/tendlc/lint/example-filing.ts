import {type Fields} from './rule.ts'

/** A filing that nothing is wrong with: examples of rules are what they lay over it. */
export const exampleBrand = {
  legal_name: 'Acme Dental of Venice LLC',
  brand_name: 'Acme Dental',
  organization_type: 'PRIVATE_PROFIT',
  registration_country: 'US',
  e_i_n: '12-3456789',
  e_i_n_country: 'US',
  vertical: 'HEALTHCARE',
  address: '1 Main St',
  city: 'Venice',
  state: 'FL',
  postal_code: '34285',
  website: 'https://acmedental.example',
  email_address: 'office@acmedental.example',
  phone_number: '+19412360001',
} as const satisfies Fields

export const exampleCampaign = {
  display_name: 'Reminders',
  usecase_id: 'CUSTOMER_CARE',
  description:
    'Acme Dental sends its patients reminders of appointments that they have made, and answers their questions about them, because they asked for that.',
  message_flow:
    'Patients opt in on the form at https://acmedental.example/sms by ticking an unticked box of its own that says: “I agree to text messages from Acme Dental about my appointments, up to 4 messages a month. Message and data rates may apply. Reply HELP for help, STOP to cancel.” The privacy policy and the terms are linked beside it.',
  sample_messages: [
    'Acme Dental: see you on [date] at [time]. Reply C to confirm, or STOP to cancel.',
    'Acme Dental: your visit on Friday is confirmed. Reply STOP to cancel.',
  ],
  privacy_link: 'https://acmedental.example/privacy',
  terms_link: 'https://acmedental.example/terms',
  sub_opt_in: true,
  sub_opt_out: true,
  sub_help: true,
  embedded_link: false,
  embedded_phone: false,
  opt_in_keywords: 'START',
  opt_out_keywords: 'STOP',
  help_keywords: 'HELP',
  opt_in_message:
    'Acme Dental: You are now opted in. Message frequency varies. Msg & data rates may apply. Reply HELP for help, STOP to cancel.',
  opt_out_message: 'Acme Dental: You are unsubscribed and will receive no more messages. Reply START to resubscribe.',
  help_message: 'Acme Dental: For help call +19412360001 or visit https://acmedental.example. Reply STOP to cancel.',
} as const satisfies Fields
