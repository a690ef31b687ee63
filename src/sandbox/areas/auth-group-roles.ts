import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {roleGrants, roles, type ScopeType} from '../auth/records.ts'
import {grantRole, mustBeRoles, roleView, rolesOfGroups} from '../auth/roles.ts'
import {arrayOf, listOf, object, readBody, readFields, required, uuid} from '../fields.ts'
import {filtersOf, listCollection, mapItems, within} from '../lists.ts'
import {badRequest, notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {mustFindGroup} from './auth-groups.ts'
import {roleFilters} from './auth-roles.ts'

type GroupRequest = FastifyRequest<{Params: {group: string; role: string}}>

/** The auth service: which roles user groups hold, and over what. */
export function authGroupRoles(app: FastifyInstance, {store}: Sandbox): void {
  app.get('/auth/user-groups/:group/roles', (request: GroupRequest) => {
    const {uuid: group} = mustFindGroup(store, request)
    const where = within(filtersOf(request, roleFilters), 'uuid', rolesOfGroups(store, [group]))
    return mapItems(listCollection(request, store.collection(roles), {where}), (role) => roleView(store, role))
  })

  app.post('/auth/user-groups/:group/roles', (request: GroupRequest, reply) => {
    const group = mustFindGroup(store, request)
    const {roles: wanted} = readBody(request, {roles: required(arrayOf(uuid()))})
    store.transaction(() => {
      for (const role of mustBeRoles(store, request.caller, wanted, 'roles')) grantRole(store, group, role)
    })
    return reply.code(204).send()
  })

  app.delete('/auth/user-groups/:group/roles/:role', (request: GroupRequest, reply) => {
    const {uuid: group} = mustFindGroup(store, request)
    const {role} = request.params
    const taken = store.collection(roleGrants).deleteWhere({group_uuid: group, role_uuid: role})
    if (taken === 0) throw notFound(`Role ${role} of the group`)
    return reply.code(204).send()
  })

  app.post('/auth/user-groups/:group/role/scopes', (request: GroupRequest, reply) => {
    const group = mustFindGroup(store, request)
    const {role, scopes} = readScopes(request)
    store.transaction(() => {
      mustBeRoles(store, request.caller, [role], 'role')
      for (const scope of scopes) {
        if (scope.type === 'account') request.caller.mustSee(scope.uuid)
        grantRole(store, group, role, scope)
      }
    })
    return reply.accepted(`/auth/user-groups/${group.uuid}/role/scopes`)
  })
}

interface Scope {
  type: ScopeType
  uuid: string
}

/** A role, and the accounts and resources that it is to hold for: `{role, scope: [{account: […]}, {resource: […]}]}`. */
function readScopes(request: FastifyRequest): {role: string; scopes: Scope[]} {
  const {role, scope} = readBody(request, {role: required(uuid()), scope: required(listOf(object()))})
  const scopes = scope.flatMap((part) => {
    const {account = [], resource = []} = readFields(part, {account: arrayOf(uuid()), resource: arrayOf(uuid())})
    return [
      ...account.map((named) => ({type: 'account' as const, uuid: named})),
      ...resource.map((named) => ({type: 'resource' as const, uuid: named})),
    ]
  })
  if (scopes.length > 0) return {role, scopes}
  throw badRequest('The role needs a scope.', [{field: 'scope', message: 'names neither an account nor a resource'}])
}
