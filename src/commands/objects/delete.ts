import {listGroupAccess} from '../../lib/auth/access-calls.ts'
import {deleteGroup} from '../../lib/auth/group-calls.ts'
import {deleteObject} from '../../lib/objects/object-calls.ts'
import {inTurn} from '../../lib/objects/two-halves.ts'
import {procedure} from '../../lib/operation/procedure.ts'
import {deleteResourceGroups} from '../../lib/resource-groups/delete.ts'

export default procedure({
  ...deleteObject.shape,
  description: 'First the groups that share it, side by side; then the object. A failure says what was deleted.',
  calls: [deleteObject, listGroupAccess, deleteGroup],
  requests: ({data_uuid}) => [
    [listGroupAccess, {resource_uuid: data_uuid}],
    [deleteObject, {data_uuid}],
  ],
  later: () => [deleteGroup],
  perform: (caller, {data_uuid}, options) =>
    inTurn({
      what: `delete object ${data_uuid}`,
      onlyFirst: 'Nobody shares the object any more, but it was not deleted',
      groups: () => deleteResourceGroups(caller, data_uuid),
      object: () => caller.call(deleteObject, {data_uuid}, options),
    }),
})
