import {numberColumns, type ProvisionedNumber} from '../../lib/numbers/provisioned-number.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {variants} from '../../lib/operation/variants.ts'
import {account, text, uuid} from '../../lib/parameters.ts'

const reply = list<ProvisionedNumber>({columns: numberColumns, id: 'number', noun: 'numbers'})

export const numbersOfAccount = operation({
  operation: 'Numbers.getProvisionedNumbersByAccount',
  summary: 'List the numbers of an account or a user',
  request: 'GET /sms/provision/numbers/account/{account_uuid}',
  parameters: {
    account_uuid: account(),
    option: text('--option', 'one more segment of the path, where the platform offers one', {in: 'path suffix'}),
  },
  reply,
  examples: [
    ['The numbers of your account', ''],
    ['All of them as CSV', '--all -o csv'],
  ],
})

const ofUser = operation({
  operation: 'Numbers.getProvisionedNumbersByUser',
  summary: 'List the numbers of a user',
  request: 'GET /sms/provision/numbers/user/{user_uuid}',
  parameters: {
    user_uuid: uuid('--user', 'list the numbers of this user instead', {required: true}),
  },
  reply,
  examples: [],
})

export default variants(numbersOfAccount, {'--user': ofUser})
