import {type Brand} from './brand.ts'

/** What people are answered who opt in, opt out or ask for help. */
export interface AutomaticReplies {
  opt_in_message: string
  opt_out_message: string
  help_message: string
}

/**
 * Replies that carry what carriers look for: the brand in each; frequency, rates, HELP and STOP after opting in; the end
 * of messages after opting out; a contact in the help. The platform's own default texts lack these and are rejected.
 */
export function repliesFor(brand: Pick<Brand, 'brand_name' | 'phone_number' | 'website'>): AutomaticReplies {
  const {brand_name: name, phone_number: phone, website} = brand
  return {
    opt_in_message: `${name}: You are now opted in. Message frequency varies. Msg & data rates may apply. Reply HELP for help, STOP to cancel.`,
    opt_out_message: `${name}: You are unsubscribed and will receive no more messages. Reply START to resubscribe.`,
    help_message: `${name}: For help call ${phone} or visit ${website}. Reply STOP to cancel.`,
  }
}

/** A draft of how people opt in, with what reviewers look for; only the user knows whether it is true. */
export function messageFlowFor({brand_name: name, website}: Pick<Brand, 'brand_name' | 'website'>): string {
  return `People opt in on the form at ${website}, by ticking an unticked box of its own that says: “I agree to receive text messages from ${name}. Message frequency varies. Message and data rates may apply. Reply HELP for help, STOP to cancel.” Privacy policy and terms are linked beside it.`
}
