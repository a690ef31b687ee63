import {accountTypes} from '../../lib/accounts/account.ts'
import {collect} from '../../lib/collect.ts'
import {operation} from '../../lib/operation.ts'
import {dependents} from '../../lib/operation/consequences.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'
import {identitiesOfAccount} from '../identities/list.ts'
import {numbersOfAccount} from '../numbers/list.ts'
import listChildren from './children.ts'
import getAccount from './get.ts'

export default operation({
  operation: 'Accounts.deleteAccount',
  summary: 'Delete an account',
  request: 'DELETE /accounts/accounts/{account_uuid}',
  parameters: {
    account_uuid: uuid('ACCOUNT', 'account to delete'),
  },
  effect: {changes: 'delete the account', destructive: true},
  consequences: async (caller, {account_uuid}) => {
    const {name, type} = await caller.call(getAccount, {account_uuid})
    const [users, numbers, ...below] = await Promise.all([
      collect(caller.all(identitiesOfAccount, {account_uuid})),
      collect(caller.all(numbersOfAccount, {account_uuid})),
      ...accountTypes.map((kind) => collect(caller.all(listChildren, {account_uuid, type: kind}))),
    ])
    return [
      `${type} “${name}”`,
      ...dependents(
        'Accounts below it',
        below.flat().map((account) => account.name),
      ),
      ...dependents(
        'Users',
        users.map(({username}) => username),
      ),
      ...dependents(
        'Numbers',
        numbers.map(({number}) => number),
      ),
    ]
  },
  reply: empty('The account is deleted.', {pending: true}),
  examples: [['A location that has closed', 'c7e43357-2846-523e-bce6-9f694bb64dc3']],
})
