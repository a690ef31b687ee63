import {listGroupAccess} from '../../lib/auth/access-calls.ts'
import {needsAccount} from '../../lib/objects/create-shared.ts'
import {getObject, replaceObject} from '../../lib/objects/object-calls.ts'
import {inTurn} from '../../lib/objects/two-halves.ts'
import {procedure} from '../../lib/operation/procedure.ts'
import {groupChanges, updateResourceGroups} from '../../lib/resource-groups/update.ts'

export default procedure({
  ...replaceObject.shape,
  description:
    'Name only what is to change: the object is read first, and your changes are laid over it. With --users, it is first ' +
    'set who may reach it: who is not named there loses it. When one of the two fails, the error says what was done.',
  examples: [
    ['Another price', 'cca839d3-8075-5f80-b7ce-d59cc980a7b3 -F content.cleaning=95'],
    [
      'For two users to change',
      `cca839d3-8075-5f80-b7ce-d59cc980a7b3 -F description="Ours" --users '{"rud": ["eb296a99-5e24-5d6d-bcfc-af60222222f4"], "ru": ["cdb115b0-99b0-5c62-8bcc-f93edb821bb6"]}'`,
    ],
  ],
  calls: [replaceObject, getObject, listGroupAccess, ...groupChanges],
  check: needsAccount,
  requests: ({users, ...object}) => [
    ...(users === undefined ? [] : [[listGroupAccess, {resource_uuid: object.data_uuid}] as const]),
    [replaceObject, object],
  ],
  later: ({users}) => (users === undefined ? [] : groupChanges),
  perform(caller, {users, account_uuid, ...object}, options) {
    const {data_uuid: resource_uuid} = object
    const change = () => caller.call(replaceObject, object, options)
    if (users === undefined) return change()
    return inTurn({
      what: `change object ${resource_uuid}`,
      onlyFirst: 'Who may reach the object was changed, the object was not',
      groups: () => updateResourceGroups(caller, {account_uuid: account_uuid!, resource_uuid, type: 'object', users}),
      object: change,
    })
  },
})
