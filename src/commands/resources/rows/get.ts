import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'
import {type Row, rowColumns} from '../../../lib/resources/row.ts'

export default operation({
  operation: 'Resources.getResourceInstanceRow',
  summary: 'Show one row',
  request: 'GET /resourcecms/instance/{instance_uuid}/row/{row_id}',
  parameters: {
    instance_uuid: text('RESOURCE', 'resource that the row is in'),
    row_id: text('ROW', 'row to show'),
    include: text('--include', 'what to put into the reply', {default: 'content'}),
  },
  reply: object<Row>({columns: rowColumns, id: 'uuid'}),
  examples: [
    ['Its columns', 'IHB23X0B4LoNFLghRM7S kQ2mZr81TnVb5YcXw0Aa --jq .content'],
    ['What it is related to, too', 'IHB23X0B4LoNFLghRM7S kQ2mZr81TnVb5YcXw0Aa --include content,references'],
  ],
})
