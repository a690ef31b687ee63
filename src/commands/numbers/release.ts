import {collect} from '../../lib/collect.ts'
import {outcomeReply} from '../../lib/numbers/number-outcome.ts'
import {operation} from '../../lib/operation.ts'
import {dependents} from '../../lib/operation/consequences.ts'
import {undoneBy} from '../../lib/operation/undo.ts'
import {account, phoneNumbers, text, uuid} from '../../lib/parameters.ts'
import {numbersOfAccount} from './list.ts'
import {hasNumbers} from './provision.ts'

export default operation({
  operation: 'Numbers.deprovisionNumbers',
  summary: 'Release numbers from an account or user',
  description: 'A released number can go to somebody else at once. Refused numbers do not sink the others.',
  request: 'POST /sms/deprovision',
  parameters: {
    numbers: phoneNumbers('NUMBERS...', 'the numbers; - reads a list from standard input, @FILE from a file'),
    provider: text('--provider', 'SMS provider', {default: 'VI'}),
    account_uuid: account(),
    user_uuid: uuid('--user', 'user who has them'),
    country_format: text('--country-format', 'country whose way of writing numbers the service uses, such as US'),
  },
  effect: {changes: 'release', destructive: true},
  /** What will not work any more without the numbers. */
  consequences: async (caller, {numbers, account_uuid}) => {
    const all = await collect(caller.all(numbersOfAccount, {account_uuid}))
    const held = all.filter(({number}) => numbers.includes(number))
    const inCampaigns = held.flatMap(({number, campaign_id: id}) => (id === null ? [] : [`${number} ${id}`]))
    const ofUsers = held.flatMap(({number, user_uuid}) => (user_uuid === null ? [] : [`${number} ${user_uuid}`]))
    return [...dependents('In campaigns', inCampaigns), ...dependents('Of users', ofUsers)]
  },
  undo: undoneBy(
    'numbers provision',
    'What does not come back: their campaign, reference id and note, the reply to HELP, and a user whom --user did not name.',
  ),
  each: {parameter: 'numbers', name: 'number', done: 'released', once: true},
  settle: async (caller, {account_uuid, numbers: [number = '']}) =>
    (await hasNumbers(caller, account_uuid, [number])) ? {done: false} : {done: true},
  reply: outcomeReply,
  examples: [['One number', '+19412340002']],
})
