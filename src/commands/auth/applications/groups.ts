import {
  type ApplicationGroup,
  applicationGroupColumns,
  applicationGroupTypes,
} from '../../../lib/auth/application-group.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {choice, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.getApplicationDefaultUserGroups',
  summary: 'Show an OAuth application’s default user groups',
  request: {line: 'GET /auth/applications/{application_uuid}/user-groups', fixedQuery: {default: 'true'}},
  parameters: {
    application_uuid: uuid('APPLICATION', 'OAuth application to look at'),
    type: choice('--type', 'whom the groups are for', applicationGroupTypes, {default: 'user'}),
  },
  reply: list<ApplicationGroup>({columns: applicationGroupColumns, id: 'uuid', noun: 'groups'}),
  examples: [
    ['Those for users', '60ab7da4-6a88-59d5-ba62-2a5ccf27cae7'],
    ['Those for administrators', '60ab7da4-6a88-59d5-ba62-2a5ccf27cae7 --type admin'],
  ],
})
