import {CliError} from '../../lib/errors.ts'
import {ExitCode} from '../../lib/exit-code.ts'
import {outcomeReply} from '../../lib/numbers/number-outcome.ts'
import {operation} from '../../lib/operation.ts'
import {type Caller} from '../../lib/operation/declaration.ts'
import {undoneBy} from '../../lib/operation/undo.ts'
import {account, boolean, phoneNumbers, prose, text, uuid} from '../../lib/parameters.ts'
import getNumber from './get.ts'

/** Whether the account has all of the numbers: what decides after a lost reply. */
export async function hasNumbers(caller: Caller, account_uuid: string, numbers: readonly string[]): Promise<boolean> {
  for (const phone_number of numbers) if (!(await hasNumber(caller, account_uuid, phone_number))) return false
  return true
}

async function hasNumber(caller: Caller, account_uuid: string, phone_number: string): Promise<boolean> {
  try {
    return (await caller.call(getNumber, {phone_number})).account_uuid === account_uuid
  } catch (error) {
    if (error instanceof CliError && error.exit === ExitCode.NotFound) return false
    throw error
  }
}

export default operation({
  operation: 'Numbers.provisionNumbers',
  summary: 'Provision numbers to an account or user',
  description:
    'Sends up to 100 numbers in a request. A number that is refused does not sink the others, and when a reply is lost, the platform is asked what is true: no number is bought twice.',
  request: 'POST /sms/provision',
  parameters: {
    numbers: phoneNumbers('NUMBERS...', 'the numbers; - reads a list from standard input, @FILE from a file'),
    account_uuid: account(),
    user_uuid: uuid('--user', 'user who is to have them'),
    provider: text('--provider', 'SMS provider', {default: 'VI'}),
    help_text: prose('--help-text', 'automatic reply to HELP'),
    is_campaign: boolean('--campaign-number', 'the numbers are for a campaign'),
    reference_id: text('--reference-id', 'id of your own'),
    country_format: text('--country-format', 'country whose way of writing numbers the service uses, such as US'),
  },
  effect: {changes: 'provision', billable: true},
  undo: undoneBy('numbers release'),
  each: {parameter: 'numbers', name: 'number', done: 'provisioned', once: true},
  settle: async (caller, {account_uuid, numbers}) =>
    (await hasNumbers(caller, account_uuid, numbers)) ? {done: true} : {done: false},
  reply: outcomeReply,
  examples: [
    ['Two numbers', '+19412340100 +19412340101'],
    ['For a user, with a reply to HELP', '+19412340102 --help-text "Acme: call +1 941 234 0001."'],
  ],
})
