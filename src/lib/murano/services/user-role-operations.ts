import {type OperationFacts} from '../service-facts.ts'
import {
  definitions,
  endpoint,
  parameterName,
  permission,
  permissionId,
  permissions,
  replies,
  role,
  roleId,
  text,
} from './user-schemas.ts'

/** Roles, permissions, and which roles have which. */
export const roleOperations = {
  listRoles: {
    summary: 'List the roles of a solution',
    arguments: {},
    replies: replies('the roles', {type: 'array', items: role}),
  },
  createRole: {
    summary: 'Make a role',
    effect: {changes: 'make the role'},
    arguments: {role_id: roleId, parameter: definitions},
    required: ['role_id'],
    container: {name: 'role', holds: ['role_id', 'parameter']},
    replies: replies('the role', role, 400),
  },
  getRole: {
    summary: 'Show a role',
    arguments: {role_id: roleId},
    required: ['role_id'],
    replies: replies('the role', role, 404),
  },
  deleteRole: {
    summary: 'Delete a role',
    effect: {changes: 'delete the role', destructive: true, idempotent: true},
    arguments: {role_id: roleId},
    required: ['role_id'],
    replies: replies('deleted', text('how it went'), 400),
  },
  addRoleParam: {
    summary: 'Add parameters to a role',
    effect: {changes: 'add parameters to'},
    arguments: {role_id: roleId, body: definitions},
    required: ['role_id', 'body'],
    replies: replies('the role', role, 400, 404),
  },
  deleteRoleParam: {
    summary: 'Remove a parameter from a role',
    effect: {changes: 'remove a parameter from', destructive: true, idempotent: true},
    arguments: {role_id: roleId, parameter_name: parameterName},
    required: ['role_id', 'parameter_name'],
    replies: replies('the role', role, 400, 404),
  },
  listPerms: {
    summary: 'List the permissions of a solution',
    arguments: {},
    replies: replies('the permissions', permissions),
  },
  createPermission: {
    summary: 'Make a permission',
    effect: {changes: 'make the permission'},
    arguments: endpoint,
    required: ['method', 'end_point'],
    container: {name: 'body', holds: ['method', 'end_point']},
    replies: replies('the permission', permission, 400),
  },
  deletePerm: {
    summary: 'Delete a permission',
    effect: {changes: 'delete the permission', destructive: true, idempotent: true},
    arguments: {perm_id: permissionId},
    required: ['perm_id'],
    replies: replies('deleted', undefined, 404),
  },
  listRolePerms: {
    summary: 'List the permissions that a role has',
    arguments: {role_id: roleId},
    required: ['role_id'],
    replies: replies('the permissions', permissions, 400, 404),
  },
  addRolePerm: {
    summary: 'Give permissions to a role',
    effect: {changes: 'give permissions to', idempotent: true},
    arguments: {
      role_id: roleId,
      body: {
        type: 'array',
        items: {type: 'object', properties: endpoint, required: ['method', 'end_point']},
        description: 'the permissions',
      },
    },
    required: ['role_id', 'body'],
    replies: replies('the permissions that it has', permissions, 400, 404),
  },
  deleteRolePerm: {
    summary: 'Take a permission from a role',
    effect: {changes: 'take a permission from'},
    arguments: {role_id: roleId, perm_id: permissionId},
    required: ['role_id', 'perm_id'],
    replies: replies('the permissions that it has', permissions, 400, 404),
  },
} as const satisfies Record<string, OperationFacts>
