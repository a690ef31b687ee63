import {type Schema} from '../../schema.ts'
import {type OperationFacts} from '../service-facts.ts'
import {
  assignments,
  parameterName,
  parameterValue,
  permissionId,
  replies,
  roleId,
  text,
  userId,
} from './user-schemas.ts'

const ids: Schema = {type: 'array', items: {type: 'string'}, description: 'ids of users'}

/** Which end users have which roles, and what they may do. */
export const assignmentOperations = {
  listUserRoles: {
    summary: 'List the roles that an end user has',
    arguments: {id: userId},
    required: ['id'],
    replies: replies('the roles', assignments, 404),
  },
  assignUser: {
    summary: 'Give roles to an end user',
    effect: {changes: 'give roles to', idempotent: true},
    arguments: {id: userId, roles: assignments},
    required: ['id', 'roles'],
    replies: replies('the roles that they have', assignments, 400, 404),
  },
  deassignUser: {
    summary: 'Take a role from an end user',
    effect: {changes: 'take a role from'},
    arguments: {id: userId, role_id: roleId},
    required: ['id', 'role_id'],
    replies: replies('the roles that they have', assignments, 400, 404),
  },
  deassignUserParam: {
    summary: 'Take a role from an end user for one value of a parameter',
    effect: {changes: 'take a role from'},
    arguments: {id: userId, role_id: roleId, parameter_name: parameterName, parameter_value: parameterValue},
    required: ['id', 'role_id', 'parameter_name', 'parameter_value'],
    replies: replies('the roles that they have', assignments, 400, 404),
  },
  deassignUserParamName: {
    summary: 'Take a role from an end user for all values of a parameter',
    effect: {changes: 'take a role from'},
    arguments: {id: userId, role_id: roleId, parameter_name: parameterName},
    required: ['id', 'role_id', 'parameter_name'],
    replies: replies('the roles that they have', assignments, 400, 404),
  },
  listRoleUsers: {
    summary: 'List the end users that have a role',
    arguments: {role_id: roleId},
    required: ['role_id'],
    replies: replies('their ids', ids),
  },
  listRoleParamUsers: {
    summary: 'List the end users that have a role for one value of a parameter',
    arguments: {role_id: roleId, parameter_name: parameterName, parameter_value: parameterValue},
    required: ['role_id', 'parameter_name', 'parameter_value'],
    replies: replies('their ids', ids, 404),
  },
  listUserRoleParamValues: {
    summary: 'List the values of a parameter that an end user has a role for',
    arguments: {
      id: userId,
      role_id: roleId,
      parameter_name: parameterName,
      offset: {type: 'integer', minimum: 0, description: 'how many to leave out'},
      limit: {type: 'integer', minimum: 1, description: 'how many to list'},
    },
    required: ['id', 'role_id', 'parameter_name'],
    replies: replies(
      'a page of values',
      {
        type: 'object',
        properties: {
          items: {type: 'array', items: {type: 'string'}, description: 'the values'},
          total: {type: 'integer', description: 'how many there are in all'},
        },
      },
      400,
      404,
    ),
  },
  hasUserPerm: {
    summary: 'Test whether an end user may call an endpoint',
    arguments: {
      id: userId,
      perm_id: permissionId,
      parameters: {
        type: 'array',
        items: {type: 'string'},
        description: 'values for the variables of the path, such as lockID::12',
      },
    },
    required: ['id', 'perm_id'],
    replies: replies('yes', text('how it went'), 403),
  },
  hasUserRoleParam: {
    summary: 'Test whether an end user has a role for one value of a parameter',
    arguments: {id: userId, role_id: roleId, parameter_name: parameterName, parameter_value: parameterValue},
    required: ['id', 'role_id', 'parameter_name', 'parameter_value'],
    replies: replies('yes', text('how it went'), 403),
  },
} as const satisfies Record<string, OperationFacts>
