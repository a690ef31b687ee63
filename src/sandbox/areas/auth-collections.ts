import {applicationGroupTypes} from '../../lib/auth/application-group.ts'
import {
  type ApplicationGroup,
  applicationResourceGroups,
  applicationUserGroups,
  permissions,
  roleGrants,
  roles,
  type ScopeType,
} from '../auth/records.ts'
import {grantId} from '../auth/roles.ts'
import {type CollectionSpec} from '../collection.ts'
import {loadable} from '../loading/loadable.ts'
import {id, text, texts, yesOrNo} from '../loading/schemas.ts'
import {accounts, oauthClients, userGroups} from '../records.ts'

const scopeTypes: readonly ScopeType[] = ['account', 'resource']

/** What of the auth service can be loaded, beside user groups: who may do what. */
export const authCollections = {
  permissions: loadable(permissions, {
    fields: {uuid: id, name: text, description: text, resource_type: text, action: text, allowed: yesOrNo},
    required: ['resource_type', 'action'],
    defaults: {description: ''},
    complete: ({resource_type = '', action = '', name = `${resource_type}.${action}`}) => ({name}),
  }),
  roles: loadable(roles, {
    fields: {
      ...{
        uuid: id,
        account_uuid: id,
        name: text,
        description: text,
        type: text,
        status: {enum: ['Active', 'Inactive']},
      },
      ...{permissions: {type: 'array', items: id}, system: yesOrNo},
    },
    required: ['account_uuid', 'name'],
    defaults: {description: '', type: 'role_permission', status: 'Active', permissions: []},
    refers: {account_uuid: accounts},
  }),
  role_grants: loadable(roleGrants, {
    fields: {id: text, group_uuid: id, role_uuid: id, scope_type: {enum: scopeTypes}, scope_uuid: text},
    required: ['group_uuid', 'role_uuid', 'scope_uuid'],
    defaults: {scope_type: 'account'},
    complete: ({group_uuid = '', role_uuid = '', scope_uuid = ''}) => ({
      id: grantId(group_uuid, role_uuid, scope_uuid),
    }),
    refers: {group_uuid: userGroups, role_uuid: roles},
  }),
  application_resource_groups: applicationGroups(applicationResourceGroups, {resources: []}),
  application_user_groups: applicationGroups(applicationUserGroups, {}),
}

function applicationGroups(spec: CollectionSpec<ApplicationGroup>, defaults: Partial<ApplicationGroup>) {
  return loadable(spec, {
    fields: {
      ...{uuid: id, application_uuid: id, name: text, description: text, type: {enum: applicationGroupTypes}},
      ...{default: yesOrNo, resources: texts},
    },
    required: ['application_uuid', 'name'],
    defaults: {description: '', type: 'user', default: false, ...defaults},
    refers: {application_uuid: oauthClients},
  })
}
