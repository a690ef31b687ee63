import {collect} from '../../lib/collect.ts'
import {operation} from '../../lib/operation.ts'
import {dependents} from '../../lib/operation/consequences.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'
import {numbersOfUser} from '../numbers/list.ts'
import {getIdentity} from './get.ts'

export default operation({
  operation: 'Identity.deleteIdentity',
  summary: 'Delete an identity and take it out of all groups',
  request: 'DELETE /identity/identities/{user_uuid}',
  parameters: {
    user_uuid: uuid('USER', 'user to delete'),
  },
  effect: {changes: 'delete the identity', destructive: true},
  consequences: async (caller, {user_uuid}) => {
    const {first_name, last_name, username} = await caller.call(getIdentity, {user_uuid})
    const numbers = await collect(caller.all(numbersOfUser, {user_uuid}))
    return [
      `${first_name} ${last_name}, ${username}`,
      ...dependents(
        'Numbers',
        numbers.map(({number}) => number),
      ),
    ]
  },
  reply: empty('The identity is deleted.', {pending: true}),
  examples: [['A user who has left', 'cdb115b0-99b0-5c62-8bcc-f93edb821bb6']],
})
