import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {applicationColumns, type CustomApplication} from '../../../lib/pubsub/subscription.ts'

export default operation({
  operation: 'Pubsub.getCustomApplication',
  summary: 'Show one custom application',
  request: 'GET /pubsub/applications/{app_uuid}',
  parameters: {
    app_uuid: uuid('APP', 'application to show'),
  },
  reply: object<CustomApplication>({columns: [...applicationColumns, 'metadata'], id: 'app_uuid'}),
  examples: [['Its events', "2c59d2dd-0234-5699-81cc-1aa87185dcff --jq '.events[]'"]],
})
