import {CliError} from '../../lib/errors.ts'
import {ExitCode} from '../../lib/exit-code.ts'
import {NumberCommand, numberParameters, outcomeReply} from '../../lib/numbers/number-command.ts'
import {operation} from '../../lib/operation.ts'
import {type Caller, object} from '../../lib/operation/declaration.ts'
import {account, boolean, phoneNumbers, prose, text, uuid} from '../../lib/parameters.ts'
import getNumber from './get.ts'

/** Provisions all of the numbers, or refuses all. */
export const provisionNumbers = operation({
  operation: 'Numbers.provisionNumbers',
  summary: 'Provision numbers to an account or user',
  request: 'POST /sms/provision',
  parameters: {
    numbers: phoneNumbers('NUMBERS...', 'numbers to provision'),
    account_uuid: account(),
    user_uuid: uuid('--user', 'user who is to have them'),
    provider: text('--provider', 'SMS provider', {default: 'VI'}),
    help_text: prose('--help-text', 'automatic reply to HELP'),
    is_campaign: boolean('--campaign-number', 'the numbers are for a campaign'),
    reference_id: text('--reference-id', 'id of your own'),
    country_format: text('--country-format', 'country whose way of writing numbers the service uses, such as US'),
  },
  effect: {changes: 'provision', billable: true},
  reply: object<{enabled: unknown[]}>({columns: ['enabled']}),
  examples: [],
})

/** Whether the account has the number: what decides after a lost reply. */
export async function hasNumber(caller: Caller, account_uuid: string, phone_number: string): Promise<boolean> {
  try {
    return (await caller.call(getNumber, {phone_number})).account_uuid === account_uuid
  } catch (error) {
    if (error instanceof CliError && error.exit === ExitCode.NotFound) return false
    throw error
  }
}

export default class Provision extends NumberCommand {
  static override readonly shape = {
    ...provisionNumbers.shape,
    parameters: {...provisionNumbers.shape.parameters, ...numberParameters},
    reply: outcomeReply,
    description:
      'Sends up to 100 numbers in a request. A number that is refused does not sink the others, and when a reply is lost, the platform is asked what is true: no number is bought twice.',
    examples: [
      ['Two numbers', '+19412340100 +19412340101'],
      ['For a user, with a reply to HELP', '+19412340102 --help-text "Acme: call +1 941 234 0001."'],
    ],
  } as const
  static override readonly calls = [provisionNumbers, getNumber]

  async run(): Promise<void> {
    const values = await this.values(Provision.shape)
    const numbers = this.given(values)
    const {account_uuid} = values
    if (this.flags['dry-run'] === true) return this.showRequests(provisionNumbers, values, numbers)
    await this.confirm(Provision.shape.effect, numbers)
    await this.report(numbers, {
      done: 'provisioned',
      send: (chunk) => this.call(provisionNumbers, {...values, numbers: chunk}),
      isDone: (number) => hasNumber(this, account_uuid, number),
    })
  }
}
