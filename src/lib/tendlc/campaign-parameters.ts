import {usageError} from '../errors.ts'
import {withDefaults, withRequired} from '../parameter.ts'
import {boolean, prose, text, texts, url} from '../parameters.ts'
import {mostSamples, sampleFields} from './campaign.ts'

/** The fields of a campaign. The platform's own default texts are left out on purpose: filings that carry them are rejected. */
export const campaignParameters = {
  display_name: text('--display-name', 'name of your own'),
  description: prose('--description', 'who sends what to whom and why, 40 to 4096 characters'),
  usecase_id: text('--usecase', 'use case, as “10dlc brands usecases” lists them'),
  sub_usecase_ids: texts('--sub-usecase', 'use cases inside MIXED or LOW_VOLUME (repeat for more)'),
  message_flow: prose('--message-flow', 'how people opt in, with each way named, 40 to 2048 characters'),
  sample_messages: texts('--sample-message', 'a message as you will send it (repeat, up to 5)', {
    in: 'body',
    spread(samples: string[]) {
      if (samples.length <= mostSamples) return sampleFields(samples)
      throw usageError(`--sample-message: ${samples.length} were given; ${mostSamples} is the most.`)
    },
  }),
  terms_link: url('--terms-link', 'page with your terms'),
  privacy_link: url('--privacy-link', 'page with your privacy policy'),
  sub_opt_in: boolean('--opt-in', 'people opt in'),
  sub_opt_out: boolean('--opt-out', 'people can opt out'),
  sub_help: boolean('--help-reply', 'people can ask for help'),
  num_pooling: boolean('--number-pooling', 'the campaign uses 50 numbers or more'),
  direct_lending: boolean('--direct-lending', 'messages are about loans'),
  embedded_link: boolean('--embedded-link', 'messages hold links'),
  embedded_phone: boolean('--embedded-phone', 'messages hold phone numbers'),
  aff_marketing: boolean('--affiliate-marketing', 'messages market for others'),
  age_gated: boolean('--age-gated', 'content is for adults'),
  auto_renewal: boolean('--auto-renewal', 'renew the campaign by itself'),
  opt_in_keywords: text('--opt-in-keywords', 'words that opt in, with commas between'),
  opt_out_keywords: text('--opt-out-keywords', 'words that opt out, with commas between'),
  help_keywords: text('--help-keywords', 'words that ask for help, with commas between'),
  opt_in_message: prose('--opt-in-message', 'reply to opting in'),
  opt_out_message: prose('--opt-out-message', 'reply to opting out'),
  help_message: prose('--help-message', 'reply to a call for help'),
}

/** The fields of a new campaign: what the platform insists on, and the standard keywords. */
export const registrationParameters = withDefaults(
  withRequired(campaignParameters, ['display_name', 'description', 'usecase_id', 'message_flow', 'sample_messages']),
  {
    sub_opt_in: true,
    sub_opt_out: true,
    sub_help: true,
    auto_renewal: true,
    opt_in_keywords: 'START',
    opt_out_keywords: 'STOP',
    help_keywords: 'HELP',
  },
)
