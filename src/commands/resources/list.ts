import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {text, uuid} from '../../lib/parameters.ts'
import {type Resource, resourceColumns} from '../../lib/resources/resource.ts'

export default operation({
  operation: 'Resources.listResources',
  summary: 'List resources',
  request: 'GET /resourcecms/instance/',
  parameters: {
    type: text('--type', 'type of the resources to list'),
    include: text('--include', 'what else to put into the reply, such as rows'),
    account_uuid: uuid('--account', 'account that they are of'),
  },
  reply: list<Resource>({columns: resourceColumns, id: 'uuid', noun: 'resources', paging: 'none'}),
  examples: [
    ['All that you may see', ''],
    ['Those of one type', '--type cwa_mass_contact'],
  ],
})
