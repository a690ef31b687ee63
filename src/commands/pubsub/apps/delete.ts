import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {shownBy} from '../../../lib/operation/consequences.ts'
import getApplication from './get.ts'

export default operation({
  operation: 'Pubsub.deleteCustomApplication',
  summary: 'Delete a custom application',
  request: 'DELETE /pubsub/applications/{app_uuid}',
  parameters: {
    app_uuid: uuid('APP', 'application to delete'),
  },
  effect: {changes: 'delete the application', destructive: true},
  consequences: shownBy(getApplication),
  reply: empty('The application is deleted.'),
  examples: [['One of a fresh sandbox', '2c59d2dd-0234-5699-81cc-1aa87185dcff']],
})
