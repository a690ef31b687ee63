import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {applicationColumns, type CustomApplication} from '../../../lib/pubsub/subscription.ts'

export default operation({
  operation: 'Pubsub.listCustomApplications',
  summary: 'List custom applications',
  request: 'GET /pubsub/applications',
  parameters: {},
  reply: list<CustomApplication>({columns: applicationColumns, id: 'app_uuid', noun: 'applications'}),
  examples: [['All that you may see', '']],
})
