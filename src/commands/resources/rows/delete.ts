import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'
import {shownBy} from '../../../lib/operation/consequences.ts'
import getRow from './get.ts'

export default operation({
  operation: 'Resources.deleteResourceInstanceRow',
  summary: 'Delete a row',
  request: 'DELETE /resourcecms/instance/{instance_uuid}/row/{row_id}',
  parameters: {
    instance_uuid: text('RESOURCE', 'resource that the row is in'),
    row_id: text('ROW', 'row to delete'),
  },
  effect: {changes: 'delete the row', destructive: true},
  consequences: shownBy(getRow),
  reply: empty('The row is deleted.'),
  examples: [['Somebody who is not to be called', 'IHB23X0B4LoNFLghRM7S kQ2mZr81TnVb5YcXw0Aa']],
})
