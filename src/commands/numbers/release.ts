import {collect} from '../../lib/collect.ts'
import {NumberCommand, numberParameters, outcomeReply} from '../../lib/numbers/number-command.ts'
import {operation} from '../../lib/operation.ts'
import {dependents} from '../../lib/operation/consequences.ts'
import {object} from '../../lib/operation/declaration.ts'
import {account, phoneNumbers, text, uuid} from '../../lib/parameters.ts'
import getNumber from './get.ts'
import {numbersOfAccount} from './list.ts'
import {hasNumber} from './provision.ts'

/** Releases all of the numbers, or refuses all. */
export const releaseNumbers = operation({
  operation: 'Numbers.deprovisionNumbers',
  summary: 'Release numbers from an account or user',
  request: 'POST /sms/deprovision',
  parameters: {
    numbers: phoneNumbers('NUMBERS...', 'numbers to release'),
    provider: text('--provider', 'SMS provider', {default: 'VI'}),
    account_uuid: account(),
    user_uuid: uuid('--user', 'user who has them'),
    country_format: text('--country-format', 'country whose way of writing numbers the service uses, such as US'),
  },
  effect: {changes: 'release', destructive: true},
  reply: object<{disabled: unknown[]}>({columns: ['disabled']}),
  examples: [],
})

export default class Release extends NumberCommand {
  static override readonly shape = {
    ...releaseNumbers.shape,
    parameters: {...releaseNumbers.shape.parameters, ...numberParameters},
    reply: outcomeReply,
    description: 'A released number can go to somebody else at once. Refused numbers do not sink the others.',
    examples: [['One number', '+19412340002']],
  } as const
  static override readonly calls = [releaseNumbers, getNumber, numbersOfAccount]

  async run(): Promise<void> {
    const values = await this.values(Release.shape)
    const numbers = this.given(values)
    const {account_uuid} = values
    if (this.flags['dry-run'] === true) return this.showRequests(releaseNumbers, values, numbers)
    await this.confirm(Release.shape.effect, numbers, () => this.#usesOf(numbers, account_uuid))
    await this.report(numbers, {
      done: 'released',
      send: (chunk) => this.call(releaseNumbers, {...values, numbers: chunk}),
      isDone: async (number) => !(await hasNumber(this, account_uuid, number)),
    })
  }

  /** What will not work any more without the numbers. */
  async #usesOf(numbers: readonly string[], account_uuid: string): Promise<string[]> {
    const held = (await collect(this.all(numbersOfAccount, {account_uuid}))).filter(({number}) =>
      numbers.includes(number),
    )
    const inCampaigns = held.flatMap(({number, campaign_id}) =>
      campaign_id === null ? [] : [`${number} ${campaign_id}`],
    )
    const ofUsers = held.flatMap(({number, user_uuid}) => (user_uuid === null ? [] : [`${number} ${user_uuid}`]))
    return [...dependents('In campaigns', inCampaigns), ...dependents('Of users', ofUsers)]
  }
}
