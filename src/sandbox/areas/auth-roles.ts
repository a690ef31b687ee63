import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {permissions, type Role, roleGrants, roles as roleRecords} from '../auth/records.ts'
import {mustBePermissions, mustOwnRole, mustSeeRole, removeRole, roleView} from '../auth/roles.ts'
import {arrayOf, oneOf, readBody, required, string, uuid} from '../fields.ts'
import {filtersOf, listCollection, mapItems, within} from '../lists.ts'
import {readChanges} from '../record-fields.ts'
import {userGroups} from '../records.ts'
import {badRequest, notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {groupView} from '../user-groups.ts'

type AccountRequest = FastifyRequest<{Params: {account: string}}>
type RoleRequest = FastifyRequest<{Params: {role: string; permission: string}}>

export const roleFilters = ['uuid', 'name', 'description', 'status', 'type']

const statusChanges = {activate: 'Active', deactivate: 'Inactive'} as const

/** The auth service: roles and the permissions in them. */
export function authRoles(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const roles = store.collection(roleRecords)

  const view = (role: Role) => roleView(store, role)

  const changed = (uuid: string, change: (role: Role) => Partial<Role>): Role => {
    const role = roles.update(uuid, (record) => ({...record, ...change(record)}))
    if (!role) throw notFound(`Role ${uuid}`)
    return role
  }

  app.get('/auth/roles', (request) => {
    const where = filtersOf(request, [...roleFilters, 'account_uuid'])
    const anyOf = {account_uuid: request.caller.visibleAccounts(), system: true}
    return mapItems(listCollection(request, roles, {where, anyOf}), view)
  })

  app.get('/auth/roles/:role', (request: RoleRequest) => view(mustSeeRole(store, request.caller, request.params.role)))

  app.post('/auth/accounts/:account/roles', (request: AccountRequest, reply) => {
    const {uuid: account} = request.caller.mustSee(request.params.account)
    const role = create(sandbox, request, account)
    return reply.accepted(`/auth/roles/${role.uuid}`, {body: view(role)})
  })

  app.post('/auth/roles/:role/modify', (request: RoleRequest, reply) => {
    const role = mustOwnRole(store, request.caller, request.params.role)
    const fields = readChanges(request, {name: string({min: 1, max: 200}), description: string()}, role)
    return reply.accepted(`/auth/roles/${role.uuid}`, {body: view(changed(role.uuid, () => fields))})
  })

  for (const [verb, status] of Object.entries(statusChanges)) {
    app.post(`/auth/roles/:role/${verb}`, (request: RoleRequest, reply) => {
      const {uuid} = mustOwnRole(store, request.caller, request.params.role)
      changed(uuid, () => ({status}))
      return reply.accepted(`/auth/roles/${uuid}`)
    })
  }

  app.delete('/auth/roles/:role', (request: RoleRequest, reply) => {
    const {uuid} = mustOwnRole(store, request.caller, request.params.role)
    store.transaction(() => removeRole(store, uuid))
    return reply.accepted(`/auth/roles/${uuid}`, {outcome: 'gone'})
  })

  app.get('/auth/roles/:role/user-groups', (request: RoleRequest) => {
    const {uuid} = mustSeeRole(store, request.caller, request.params.role)
    const holders = store.collection(roleGrants).find({where: {role_uuid: uuid}})
    const filters = within(
      filtersOf(request, ['uuid', 'name']),
      'uuid',
      holders.map(({group_uuid}) => group_uuid),
    )
    const where = {...filters, account_uuid: request.caller.visibleAccounts()}
    return mapItems(listCollection(request, store.collection(userGroups), {where}), (group) => groupView(store, group))
  })

  app.get('/auth/roles/:role/permissions', (request: RoleRequest) => {
    const {permissions: held} = mustSeeRole(store, request.caller, request.params.role)
    const where = within(filtersOf(request, ['uuid', 'name', 'resource_type', 'action']), 'uuid', held)
    return listCollection(request, store.collection(permissions), {where})
  })

  app.post('/auth/roles/:role/permissions', (request: RoleRequest, reply) => {
    const {uuid: role} = mustOwnRole(store, request.caller, request.params.role)
    const body = readBody(request, {permissions: required(arrayOf(uuid()))})
    const more = mustBePermissions(store, body.permissions)
    changed(role, ({permissions: held}) => ({permissions: [...new Set([...held, ...more])]}))
    return reply.code(204).send()
  })

  app.delete('/auth/roles/:role/permissions/:permission', (request: RoleRequest, reply) => {
    const {uuid} = mustOwnRole(store, request.caller, request.params.role)
    const {permission} = request.params
    changed(uuid, ({permissions: held}) => {
      if (!held.includes(permission)) throw notFound(`Permission ${permission} of the role`)
      if (store.collection(roleGrants).first({role_uuid: uuid})) throw inUse()
      return {permissions: held.filter((one) => one !== permission)}
    })
    return reply.code(204).send()
  })
}

const newRoleFields = {
  name: required(string({max: 200})),
  description: string(),
  status: oneOf(['Active', 'Inactive']),
  permissions: arrayOf(uuid()),
}

function create({store}: Sandbox, request: FastifyRequest, accountUuid: string): Role {
  const body = readBody(request, newRoleFields)
  return store.collection(roleRecords).put({
    uuid: randomUUID(),
    name: body.name,
    description: body.description ?? '',
    // Whatever was sent.
    type: 'role_permission',
    status: body.status ?? 'Active',
    account_uuid: accountUuid,
    permissions: mustBePermissions(store, body.permissions ?? []),
  })
}

function inUse() {
  return badRequest('The role is in use: a user group holds it. Take it from the group first.')
}
