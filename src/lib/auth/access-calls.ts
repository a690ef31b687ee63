import {operation} from '../operation.ts'
import {empty, list} from '../operation/declaration.ts'
import {choice, uuid, uuids} from '../parameters.ts'
import {type GroupAccess, groupAccessColumns} from './resource-access.ts'
import {type Role, roleColumns, systemRoleMark} from './role.ts'

// Calls that commands of their own make, and compositions of several areas, too.

export const listSystemRoles = operation({
  operation: 'Auth.getResourceGroupRoles',
  summary: 'List the roles that resource groups are built from',
  request: {line: 'GET /auth/roles', fixedQuery: {offset: '0', limit: '100', description: systemRoleMark}},
  parameters: {},
  reply: list<Role>({columns: roleColumns, id: 'uuid', noun: 'roles', paging: 'none'}),
  examples: [],
})

export const scopeRole = operation({
  operation: 'Auth.assignScopedRoleToUserGroup',
  summary: 'Give a user group a role over named accounts or resources',
  request: 'POST /auth/user-groups/{user_group_uuid}/role/scopes',
  parameters: {
    user_group_uuid: uuid('GROUP', 'group that is to have the role'),
    role: uuid('--role', 'role to give', {required: true}),
    scope: uuids('--scope', 'account or resource that it holds for (repeat for more)', {
      required: true,
      spread: (scope: string[], {type}: Readonly<Record<string, unknown>>) => ({[`scope[0].${String(type)}`]: scope}),
    }),
    type: choice('--type', 'what the scope is of', ['account', 'resource'], {in: 'local', default: 'account'}),
  },
  effect: {changes: 'give a role to the group', idempotent: true},
  reply: empty('The group has the role.', {pending: true}),
  examples: [
    [
      'Over one account',
      '0b903867-8510-5a40-bf8e-cb632ce2978b --role 829ec1b9-5346-5b10-8cb0-566d28fb26ab --scope 3e14fcef-ef5b-5d57-924f-338d593acfee',
    ],
    [
      'Over one resource',
      '0b903867-8510-5a40-bf8e-cb632ce2978b --role 829ec1b9-5346-5b10-8cb0-566d28fb26ab --type resource --scope cca839d3-8075-5f80-b7ce-d59cc980a7b3',
    ],
  ],
})

export const listGroupAccess = operation({
  operation: 'Auth.listAccessByGroups',
  summary: 'List the user groups with access to a resource',
  request: 'GET /auth/resources/{resource_uuid}/user-groups/access',
  parameters: {
    resource_uuid: uuid('RESOURCE', 'resource to look at'),
  },
  reply: list<GroupAccess>({columns: groupAccessColumns, noun: 'groups'}),
  examples: [['Who may reach a resource', 'cca839d3-8075-5f80-b7ce-d59cc980a7b3']],
})
