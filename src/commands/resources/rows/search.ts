import {wholeBody} from '../../../lib/body-parameter.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'
import {conditionFields, type Row, rowColumns} from '../../../lib/resources/row.ts'

export default operation({
  operation: 'Resources.searchResourceInstance',
  summary: 'Search the rows of a resource',
  request: 'POST /resourcecms/instance/{resource_uuid}/search',
  parameters: {
    resource_uuid: text('RESOURCE', 'resource to search'),
    body: wholeBody('what must hold, or a list of such', {
      fields: conditionFields,
      required: ['column', 'term', 'operation'],
      orAlone: true,
    }),
  },
  reply: list<Row>({columns: rowColumns, id: 'uuid', noun: 'rows', paging: 'none', unwrap: 'rows'}),
  examples: [
    ['By one column', 'IHB23X0B4LoNFLghRM7S -F column=firstname -F term=Iris -F operation=='],
    [
      'By two',
      `IHB23X0B4LoNFLghRM7S --body '[{"column": "firstname", "term": "Iris", "operation": "="}, {"column": "lastname", "term": "Boyd", "operation": "="}]'`,
    ],
  ],
})
