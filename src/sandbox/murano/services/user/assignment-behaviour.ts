import {randomUUID} from 'node:crypto'
import {type JsonObject} from '../../../../lib/client/wire.ts'
import {type user as facts} from '../../../../lib/murano/services/user.ts'
import {type Collection} from '../../../collection.ts'
import {type Behaviour} from '../declared-service.ts'
import {missing, refused, ServiceFailure} from '../failure.ts'
import {type ServiceCall} from '../service.ts'
import {type Assignment, assignments, type EndUser, type ParameterValue, type Role} from './records.ts'
import {decodedName, findRole, isSame, mustFindRole, permissionName} from './roles.ts'
import {findUser, mustFindUser, type UserId} from './users.ts'

export const assignmentBehaviour = {
  listUserRoles: ({id}, call) => rolesView(call, mustFindUser(call, id)),

  assignUser({id, roles}, call) {
    const user = mustFindUser(call, id)
    for (const {role_id, parameters = []} of roles) {
      const role = mustFindRole(call, role_id, (what) => refused(`${what} was not found.`))
      assign(call, user, role, parameters)
    }
    return rolesView(call, user)
  },

  deassignUser: ({id, role_id}, call) => takeAway(call, id, role_id, () => true),

  deassignUserParam: ({id, role_id, parameter_name, parameter_value}, call) =>
    takeAway(call, id, role_id, (each) => hasValue(each, parameter_name, parameter_value)),

  deassignUserParamName: ({id, role_id, parameter_name}, call) =>
    takeAway(call, id, role_id, ({parameters}) => parameters.some(({name}) => isSame(name, parameter_name))),

  listRoleUsers: ({role_id}, call) => {
    const role = findRole(call, role_id)
    return role ? holders(call, assignmentsOfRole(call, role)) : []
  },

  listRoleParamUsers({role_id, parameter_name, parameter_value}, call) {
    const role = mustFindRole(call, role_id)
    mustHaveParameter(role, parameter_name)
    const all = assignmentsOfRole(call, role)
    return holders(
      call,
      all.filter((each) => hasValue(each, parameter_name, parameter_value)),
    )
  },

  listUserRoleParamValues({id, role_id, parameter_name, offset = 0, limit}, call) {
    const user = mustFindUser(call, id)
    const role = mustFindRole(call, role_id)
    mustHaveParameter(role, parameter_name)
    const values = assignmentsOfUser(call, user)
      .filter((each) => each.role_id === role.role_id)
      .flatMap(({parameters}) => parameters.filter(({name}) => isSame(name, parameter_name)))
    const items = [...new Set(values.map(({value}) => value))]
    return {items: items.slice(offset, limit === undefined ? undefined : offset + limit), total: items.length}
  },

  hasUserPerm({id, perm_id, parameters = []}, call) {
    const name = decodedName(perm_id)
    const wanted = parameters.map(parameterOf)
    const held = assignmentsOf(call, id).filter(({role_id}) =>
      findRole(call, role_id)?.permissions.some((each) => permissionName(each) === name),
    )
    if (!held.some((each) => reaches(each, name, wanted))) throw denied(`User ${id} may not call ${name}.`)
    return 'OK'
  },

  hasUserRoleParam({id, role_id, parameter_name, parameter_value}, call) {
    const held = assignmentsOf(call, id).filter((each) => isSame(each.role_id, role_id))
    if (!held.some((each) => hasValue(each, parameter_name, parameter_value))) {
      throw denied(`User ${id} does not have ${role_id} for ${parameter_name} ${parameter_value}.`)
    }
    return 'OK'
  },
} satisfies Partial<Behaviour<typeof facts>>

function assignmentsIn({sandbox}: ServiceCall): Collection<Assignment> {
  return sandbox.store.collection(assignments)
}

function assignmentsOfUser(call: ServiceCall, {id: user_id}: EndUser): Assignment[] {
  return assignmentsIn(call).find({where: {user_id}})
}

/** Of a user whom there may be none of. */
function assignmentsOf(call: ServiceCall, id: UserId): Assignment[] {
  const user = findUser(call, id)
  return user ? assignmentsOfUser(call, user) : []
}

function assignmentsOfRole(call: ServiceCall, {solution_id, role_id}: Role): Assignment[] {
  return assignmentsIn(call).find({where: {solution_id, role_id}})
}

/** Once for the same values. Throws a 400 for parameters that the role does not have. */
function assign(call: ServiceCall, user: EndUser, role: Role, given: readonly ParameterValue[]): void {
  const parameters = given.map(({name, value}) => {
    const own = role.parameters.find((each) => isSame(each, name))
    if (own === undefined) throw refused(`Role ${role.role_id} has no parameter ${name}.`)
    return {name: own, value}
  })
  const names = new Set(parameters.map(({name}) => name))
  if (names.size < parameters.length) throw refused(`Role ${role.role_id} takes one value for each parameter.`)
  const {solution_id, role_id} = role
  const key = keyOf(parameters)
  const held = assignmentsOfUser(call, user).filter((each) => each.role_id === role_id)
  if (held.some((each) => keyOf(each.parameters) === key)) return
  assignmentsIn(call).put({id: randomUUID(), solution_id, user_id: user.id, role_id, parameters})
}

function keyOf(parameters: readonly ParameterValue[]): string {
  return JSON.stringify(parameters.map(({name, value}) => [name, value]).toSorted())
}

/** Throws a 400 when there is nothing to take. */
function takeAway(call: ServiceCall, id: UserId, roleId: string, isMeant: (each: Assignment) => boolean): JsonObject[] {
  const user = mustFindUser(call, id)
  const role = mustFindRole(call, roleId)
  const meant = assignmentsOfUser(call, user).filter((each) => each.role_id === role.role_id && isMeant(each))
  if (meant.length === 0) throw refused(`User ${id} does not have role ${roleId} so.`)
  for (const {id: assignmentId} of meant) assignmentsIn(call).delete(assignmentId)
  return rolesView(call, user)
}

function rolesView(call: ServiceCall, user: EndUser): JsonObject[] {
  return assignmentsOfUser(call, user).map(({role_id, parameters}) => ({
    role_id,
    parameters: parameters.map(({name, value}) => ({name, value})),
  }))
}

/** Ids of users, each once. */
function holders({solution}: ServiceCall, held: readonly Assignment[]): string[] {
  return [...new Set(held.map(({user_id}) => user_id.slice(solution.id.length + 1)))]
}

function hasValue({parameters}: Assignment, wanted: string, wantedValue: string): boolean {
  return parameters.some(({name, value}) => isSame(name, wanted) && value === wantedValue)
}

function mustHaveParameter({role_id, parameters}: Role, wanted: string): void {
  if (!parameters.some((name) => isSame(name, wanted))) throw missing(`Parameter ${wanted} of ${role_id}`)
}

/** Whether a role is held for the values that stand for the variables of the path; for a role without values, any will do. */
function reaches(held: Assignment, permission: string, wanted: readonly ParameterValue[]): boolean {
  const variables = [...permission.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name)
  return held.parameters
    .filter(({name}) => variables.some((variable) => isSame(variable, name)))
    .every(({name, value}) => wanted.some((each) => isSame(each.name, name) && each.value === value))
}

function parameterOf(text: string): ParameterValue {
  const [name = '', ...value] = text.split('::')
  if (name === '' || value.length === 0) throw refused(`${text} is not NAME::VALUE.`)
  return {name, value: value.join('::')}
}

function denied(message: string): ServiceFailure {
  return new ServiceFailure(403, message)
}
