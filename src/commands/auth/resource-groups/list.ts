import {type ApplicationGroup, applicationGroupColumns} from '../../../lib/auth/application-group.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {filters, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.getApplicationResourceGroups',
  summary: 'List an OAuth application’s resource groups',
  request: 'GET /auth/applications/{application_uuid}/resource-groups',
  parameters: {
    application_uuid: uuid('APPLICATION', 'OAuth application to look at'),
    filter: filters(['name', 'type', 'default']),
  },
  reply: list<ApplicationGroup>({columns: applicationGroupColumns, id: 'uuid', noun: 'resource groups'}),
  examples: [
    ['All of them', '60ab7da4-6a88-59d5-ba62-2a5ccf27cae7'],
    ['Those for administrators', '60ab7da4-6a88-59d5-ba62-2a5ccf27cae7 --filter type=admin'],
  ],
})
