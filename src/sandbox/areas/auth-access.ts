import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {isWithin} from '../account-tree.ts'
import {permissions, roles} from '../auth/records.ts'
import {grantsOn} from '../auth/resource-access.ts'
import {roleView, rolesOfGroups} from '../auth/roles.ts'
import {scopesOf} from '../auth/scopes.ts'
import {listOf, readBody, required, string, uuid} from '../fields.ts'
import {filtersOf, listArray, listCollection, mapItems, within} from '../lists.ts'
import {userGroups} from '../records.ts'
import {forbidden} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {groupsOfUser} from '../user-groups.ts'

type ResourceRequest = FastifyRequest<{Params: {resource: string}}>
type UserRequest = FastifyRequest<{Params: {user: string}}>

/** The auth service: what users may do, and who has access to a resource. */
export function authAccess(app: FastifyInstance, {store}: Sandbox): void {
  /** What groups that the caller sees hold over a resource: nothing for a resource that nobody was given, or that does not exist. */
  const visibleGrants = ({caller, params}: ResourceRequest) =>
    grantsOn(store, params.resource).filter(({group}) => caller.sees(group.account_uuid))

  app.get('/auth/resources/:resource/user-groups/access', (request: ResourceRequest) => {
    const groups = new Map(visibleGrants(request).map(({group}) => [group.uuid, group]))
    const items = [...groups.values()].map(({uuid, name}) => ({user_group: {uuid, group_name: name}}))
    return listArray(request, items)
  })

  app.get('/auth/resources/:resource/permissions/access', (request: ResourceRequest) => {
    const held = visibleGrants(request).flatMap(({role}) => role.permissions)
    return mapItems(listCollection(request, store.collection(permissions), {where: {uuid: held}}), (permission) => ({
      permission,
    }))
  })

  app.get('/auth/users/:user/roles', (request: UserRequest) => {
    const {uuid: user} = request.caller.mustSeeUser(request.params.user)
    const groups = store.collection(userGroups).find({where: {uuid: groupsOfUser(store, user), status: 'Active'}})
    const held = rolesOfGroups(
      store,
      groups.map((group) => group.uuid),
    )
    const where = within(filtersOf(request, ['uuid', 'name', 'description', 'status', 'type']), 'uuid', held)
    return mapItems(listCollection(request, store.collection(roles), {where}), (role) => roleView(store, role))
  })

  app.post('/auth/users/:user/authorize', {config: {permission: false}}, (request: UserRequest, reply) => {
    const {uuid: user} = request.caller.mustSeeUser(request.params.user)
    const body = readBody(request, {
      account_uuid: required(uuid()),
      resource_type: required(string()),
      action: required(listOf(string())),
    })
    const {uuid: account} = request.caller.mustSee(body.account_uuid)
    const missing = body.action.filter(
      (action) => !isWithin(store, account, scopesOf(store, user, body.resource_type, action).accounts),
    )
    if (missing.length === 0) return reply.code(204).send()
    const names = missing.map((action) => `${body.resource_type}.${action}`)
    throw forbidden(
      names.length === 1
        ? `The permission ${names[0]} is missing.`
        : `The permissions ${names.join(', ')} are missing.`,
    )
  })
}
