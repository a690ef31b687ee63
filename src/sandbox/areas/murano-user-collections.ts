import {randomBytes, randomUUID} from 'node:crypto'
import {type Schema} from '../../lib/schema.ts'
import {type Fault, loadable, type Surroundings} from '../loading/loadable.ts'
import {free, text, texts} from '../loading/schemas.ts'
import {setPassword} from '../murano/passwords.ts'
import {solutions} from '../murano/records.ts'
import {
  type Assignment,
  assignments,
  endUserRoles,
  endUsers,
  permissions,
  userStatus,
} from '../murano/services/user/records.ts'
import {permissionName, roleKey} from '../murano/services/user/roles.ts'
import {countUser} from '../murano/services/user/user-numbers.ts'

const endPoints: Schema = {
  type: 'array',
  items: {type: 'object', properties: {method: text, end_point: text}, required: ['method', 'end_point']},
}
const parameterValues: Schema = {
  type: 'array',
  items: {type: 'object', properties: {name: text, value: text}, required: ['name', 'value']},
}

/** End users of solutions, and what they may. A code that activates a user is in no dump: whoever waits for one gets another. */
export const muranoUserCollections = {
  end_users: loadable(endUsers, {
    fields: {
      ...{id: text, solution_id: text, number: {type: 'string', pattern: '^[1-9]\\d*$'}, name: text, email: text},
      ...{status: {enum: Object.values(userStatus)}, code: {type: ['string', 'null']}, data: free},
      ...{creation_date: {type: 'integer'}, last_login_date: {type: ['integer', 'null']}},
    },
    required: ['solution_id', 'number', 'email'],
    defaults: {status: userStatus.active, data: {}, last_login_date: null},
    inputs: {password: {type: 'string', description: 'to sign in with; it is kept among the passwords, as a hash'}},
    complete({solution_id, number, name, email = '', status, code, creation_date}, now) {
      const address = email.toLowerCase()
      return {
        id: `${solution_id}:${number}`,
        ...{name: name ?? address, email: address},
        code: status === userStatus.waiting ? (code ?? randomBytes(20).toString('hex')) : null,
        creation_date: creation_date ?? Math.floor(now / 1000),
      }
    },
    refers: {solution_id: solutions},
    unique: [['solution_id', 'email']],
    hidden: ['code'],
    settle({store}, user, {password}) {
      countUser(store, user)
      if (typeof password === 'string') setPassword(store, user.id, password)
    },
  }),
  roles: loadable(endUserRoles, {
    fields: {id: text, solution_id: text, role_id: text, parameters: texts, permissions: endPoints},
    required: ['solution_id', 'role_id'],
    defaults: {parameters: [], permissions: []},
    complete: ({solution_id = '', role_id = ''}) => ({id: roleKey(solution_id, role_id)}),
    refers: {solution_id: solutions},
  }),
  permissions: loadable(permissions, {
    fields: {id: text, solution_id: text, method: text, end_point: text},
    required: ['solution_id', 'method', 'end_point'],
    complete: ({solution_id, method = '', end_point = ''}) => ({
      id: `${solution_id}:${permissionName({method, end_point})}`,
    }),
    refers: {solution_id: solutions},
  }),
  assignments: loadable(assignments, {
    fields: {id: text, solution_id: text, user_id: text, role_id: text, parameters: parameterValues},
    required: ['solution_id', 'user_id', 'role_id'],
    defaults: {parameters: []},
    complete: ({id = randomUUID()}) => ({id}),
    refers: {solution_id: solutions, user_id: endUsers},
    faultsOf: unknownRoles,
  }),
}

function unknownRoles(records: readonly Partial<Assignment>[], {has}: Surroundings): Fault[] {
  return records.flatMap(({solution_id = '', role_id = ''}, index) =>
    has(endUserRoles, roleKey(solution_id, role_id))
      ? []
      : [{index, field: 'role_id', message: `is ${role_id}, and the solution has no such role.`}],
  )
}
