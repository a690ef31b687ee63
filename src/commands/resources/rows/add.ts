import {wholeBody} from '../../../lib/body-parameter.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'
import {type Row, rowColumns, rowFields} from '../../../lib/resources/row.ts'

export default operation({
  operation: 'Resources.addRowToInstance',
  summary: 'Add a row to a resource',
  request: 'POST /resourcecms/instance/{instance_uuid}/row',
  parameters: {
    instance_uuid: text('RESOURCE', 'resource that gets the row'),
    body: wholeBody('the row', {fields: rowFields, required: ['content']}),
  },
  derived: ({instance_uuid}) => ({resource_instance_uuid: instance_uuid}),
  effect: {changes: 'add a row to'},
  reply: object<Row>({columns: rowColumns, id: 'uuid'}),
  examples: [
    [
      'Somebody to call',
      'IHB23X0B4LoNFLghRM7S -F content.firstname=Lena -F content.lastname=Ortiz -F "content.phones[0].number=+19415550177"',
    ],
  ],
})
