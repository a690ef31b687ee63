import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {permissions as permissionRecords, roles} from '../auth/records.ts'
import {roleView} from '../auth/roles.ts'
import {boolean, readBody, required, string} from '../fields.ts'
import {filtersOf, listArray, listCollection, mapItems} from '../lists.ts'
import {conflict, notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type PermissionRequest = FastifyRequest<{Params: {permission: string}}>

/** The auth service: the catalogue of permissions, which all accounts have in common. */
export function authPermissions(app: FastifyInstance, {store}: Sandbox): void {
  const permissions = store.collection(permissionRecords)

  app.get('/auth/permissions', (request) =>
    listCollection(request, permissions, {where: filtersOf(request, ['uuid', 'name', 'resource_type', 'action'])}),
  )

  app.post('/auth/permissions', (request, reply) => {
    const {
      description = '',
      allowed,
      ...body
    } = readBody(request, {
      name: required(string({max: 200})),
      description: string(),
      resource_type: required(string({max: 100})),
      action: required(string({max: 100})),
      allowed: boolean(),
    })
    const permission = store.transaction(() => {
      if (permissions.first({name: body.name})) throw taken(body.name)
      return permissions.put({uuid: randomUUID(), ...body, description, ...(allowed !== undefined && {allowed})})
    })
    return reply.code(201).send(permission)
  })

  app.get('/auth/permissions/:permission/roles', (request: PermissionRequest) => {
    const {permission} = request.params
    if (!permissions.get(permission)) throw notFound(`Permission ${permission}`)
    const anyOf = {account_uuid: request.caller.visibleAccounts(), system: true}
    const visible = store.collection(roles).find({where: filtersOf(request, ['uuid', 'name']), anyOf})
    const holders = visible.filter(({permissions: held}) => held.includes(permission))
    return mapItems(listArray(request, holders), (role) => roleView(store, role))
  })
}

function taken(name: string) {
  return conflict(`There is a permission ${name} already.`, [{field: 'name', message: 'is taken'}])
}
