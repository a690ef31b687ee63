import {type user as facts} from '../../../../lib/murano/services/user.ts'
import {type Behaviour} from '../declared-service.ts'
import {missing, refused} from '../failure.ts'
import {assignments, type EndPoint, type Role} from './records.ts'
import {
  decodedName,
  endPointView,
  isSame,
  mustFindRole,
  findRole,
  parameterNames,
  permissionName,
  permissionsOf,
  refuseReserved,
  roleKey,
  rolesOf,
  roleView,
} from './roles.ts'
import {noSuch} from './users.ts'

export const roleBehaviour = {
  listRoles: (_given, call) =>
    rolesOf(call)
      .find({where: {solution_id: call.solution.id}})
      .map(roleView),

  createRole({role_id, parameter = []}, call) {
    refuseReserved(role_id)
    if (findRole(call, role_id)) throw refused(`There is a role ${role_id} already.`)
    const {id: solution_id} = call.solution
    const id = roleKey(solution_id, role_id)
    const parameters = parameterNames(parameter)
    return roleView(rolesOf(call).put({id, solution_id, role_id, parameters, permissions: []}))
  },

  getRole: ({role_id}, call) => roleView(mustFindRole(call, role_id)),

  deleteRole({role_id}, call) {
    const role = mustFindRole(call, role_id, noSuch)
    call.sandbox.store.collection(assignments).deleteWhere({solution_id: role.solution_id, role_id: role.role_id})
    rolesOf(call).delete(role.id)
    return 'OK'
  },

  addRoleParam({role_id, body}, call) {
    const role = mustFindRole(call, role_id)
    return roleView(rolesOf(call).put({...role, parameters: parameterNames(body, role.parameters)}))
  },

  deleteRoleParam({role_id, parameter_name}, call) {
    const role = mustFindRole(call, role_id)
    const parameters = role.parameters.filter((name) => !isSame(name, parameter_name))
    if (parameters.length === role.parameters.length) throw missing(`Parameter ${parameter_name} of ${role_id}`)
    const held = call.sandbox.store.collection(assignments)
    const all = held.find({where: {solution_id: role.solution_id, role_id: role.role_id}})
    if (all.some((each) => each.parameters.some(({name}) => isSame(name, parameter_name)))) {
      throw refused(`Users have ${role_id} for values of ${parameter_name}: take it from them first.`)
    }
    return roleView(rolesOf(call).put({...role, parameters}))
  },

  listPerms: (_given, call) =>
    permissionsOf(call)
      .find({where: {solution_id: call.solution.id}})
      .map(endPointView),

  createPermission({method, end_point}, call) {
    refuseSlash(end_point)
    const {id: solution_id} = call.solution
    const made = {id: `${solution_id}:${permissionName({method, end_point})}`, solution_id, method, end_point}
    if (!permissionsOf(call).add(made)) throw refused(`There is a permission ${method} ${end_point} already.`)
    return endPointView(made)
  },

  deletePerm({perm_id}, call) {
    const name = decodedName(perm_id)
    if (!permissionsOf(call).delete(`${call.solution.id}:${name}`)) throw missing(`Permission ${name}`)
    for (const role of rolesOf(call).find({where: {solution_id: call.solution.id}})) {
      rolesOf(call).put({...role, permissions: without(role, name)})
    }
    return undefined
  },

  listRolePerms: ({role_id}, call) => mustFindRole(call, role_id).permissions.map(endPointView),

  addRolePerm({role_id, body}, call) {
    const role = mustFindRole(call, role_id)
    const added = body.map((given): EndPoint => {
      const known = permissionsOf(call).get(`${call.solution.id}:${permissionName(given)}`)
      if (!known) throw refused(`There is no permission ${given.method} ${given.end_point}.`)
      return {method: known.method, end_point: known.end_point}
    })
    const all = new Map([...role.permissions, ...added].map((each) => [permissionName(each), each]))
    return rolesOf(call)
      .put({...role, permissions: [...all.values()]})
      .permissions.map(endPointView)
  },

  deleteRolePerm({role_id, perm_id}, call) {
    const role = mustFindRole(call, role_id)
    const name = decodedName(perm_id)
    const permissions = without(role, name)
    if (permissions.length === role.permissions.length) throw missing(`Permission ${name} of ${role_id}`)
    return rolesOf(call)
      .put({...role, permissions})
      .permissions.map(endPointView)
  },
} satisfies Partial<Behaviour<typeof facts>>

function without({permissions}: Role, name: string): EndPoint[] {
  return permissions.filter((each) => permissionName(each) !== name)
}

function refuseSlash(endPoint: string): void {
  if (endPoint.endsWith('/')) throw refused('end_point has a slash at its end.')
}
