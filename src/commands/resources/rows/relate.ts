import {wholeBody} from '../../../lib/body-parameter.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Resources.addRelationshipsToRow',
  summary: 'Relate rows to a row',
  request: 'POST /resourcecms/relation/{row_uuid}/add',
  parameters: {
    row_uuid: text('ROW', 'row that gets the relations'),
    body: wholeBody('ids of the rows that it is related to: a list', {items: {type: ['string', 'object']}}),
  },
  effect: {changes: 'relate rows to'},
  reply: object({columns: []}),
  examples: [['A patient and a relative', `kQ2mZr81TnVb5YcXw0Aa --body '["pL7sDf42HgJk9MnBv3Cc"]'`]],
})
