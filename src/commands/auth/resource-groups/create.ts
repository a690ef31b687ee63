import {type ApplicationGroup, applicationGroupColumns} from '../../../lib/auth/application-group.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {text, uuid, uuids} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.createApplicationResourceGroup',
  summary: 'Create a resource group for an OAuth application',
  request: 'POST /auth/applications/{application_uuid}/resource-groups',
  parameters: {
    application_uuid: uuid('APPLICATION', 'OAuth application that is to have it'),
    resources: uuids('RESOURCES...', 'resources that are to be in it', {required: false}),
    name: text('--name', 'what the group is called'),
    description: text('--description', 'a few words about it'),
  },
  effect: {changes: 'create a resource group for'},
  reply: object<ApplicationGroup>({
    columns: [...applicationGroupColumns, 'description', 'resources'],
    id: 'uuid',
    pending: true,
  }),
  examples: [
    [
      'A group of one resource',
      '60ab7da4-6a88-59d5-ba62-2a5ccf27cae7 cca839d3-8075-5f80-b7ce-d59cc980a7b3 --name Prices',
    ],
  ],
})
