import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {randomUUID} from 'node:crypto'
import {type Caller} from '../caller.ts'
import {object, readBody, required, string} from '../fields.ts'
import {
  filtersOf,
  includedIn,
  type ListReply,
  listReply,
  listWhole,
  mapItems,
  namesIn,
  pagingOf,
  within,
} from '../lists.ts'
import {notFound} from '../refusal.ts'
import {newId} from '../resources/ids.ts'
import {resources as records, resourceTemplates, rows, rowsOf, type StoredResource} from '../resources/resources.ts'
import {resourceView, type Wanted} from '../resources/views.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'

type OwnerRequest = FastifyRequest<{Params: {owner: string}}>
export type ResourceRequest = FastifyRequest<{Params: {resource: string}}>

const templateFields = {name: required(string({max: 200})), description: string(), schema: required(object())}

/** The resource service: tables, and the templates that they are made from. */
export function resources(app: FastifyInstance, {store}: Sandbox): void {
  const instances = store.collection(records)

  app.post('/resourcecms/account/:owner/register', (request: OwnerRequest, reply) => {
    const {uuid} = request.caller.mustSee(request.params.owner)
    return reply.code(201).send(register(store, request, {account_uuid: uuid}))
  })

  app.post('/resourcecms/user/:owner/register', (request: OwnerRequest, reply) => {
    const {uuid, account_uuid} = request.caller.mustSeeUser(request.params.owner)
    return reply.code(201).send(register(store, request, {account_uuid, user_uuid: uuid}))
  })

  app.post('/resourcecms/instance', (request, reply) => reply.code(201).send(create(store, request)))

  app.get('/resourcecms/instance/', (request) => {
    const filters = filtersOf(request, ['type', 'account_uuid'])
    const found = instances.find({where: within(filters, 'account_uuid', request.caller.visibleAccounts())})
    const wanted = wantedIn(request)
    return mapItems(listWhole(request, found), (resource) =>
      resourceView(store, resource, () => whole(rowsOf(store, resource.uuid)), wanted),
    )
  })

  app.get('/resourcecms/instance/:resource/', (request: ResourceRequest) => {
    const resource = mustFindResource(store, request.caller, request.params.resource)
    const paging = pagingOf(request, {unasked: 100, offset: 'rows.offset', limit: 'rows.limit'})
    const where = {resource_instance_uuid: resource.uuid}
    const page = () => listReply(store.collection(rows).page({where}, paging), paging)
    return resourceView(store, resource, page, wantedIn(request))
  })
}

/** The resource, when it is of an account that the caller sees (else 404). */
export function mustFindResource(store: Store, caller: Caller, id: string): StoredResource {
  const resource = store.collection(records).get(id)
  if (!resource || !caller.sees(resource.account_uuid)) throw notFound(`Resource ${id}`)
  return resource
}

function wantedIn(request: FastifyRequest): Wanted {
  const [included, expanded] = [includedIn(request), namesIn(request, 'expand') ?? []]
  const whole = expanded.includes('references')
  return {rows: included.includes('rows'), references: included.includes('references') || whole, whole}
}

function whole<Item>(items: Item[]): ListReply<Item> {
  return listReply({total: items.length, items}, {offset: 0, limit: items.length})
}

function register(store: Store, request: FastifyRequest, owner: {account_uuid: string; user_uuid?: string}) {
  const {name, description = '', schema} = readBody(request, templateFields)
  const template = {uuid: randomUUID(), name, description, schema}
  store.collection(resourceTemplates).put({...template, ...owner})
  return template
}

/** A resource of the caller's account, without rows. */
function create(store: Store, request: FastifyRequest): StoredResource {
  const body = readBody(request, {
    template_uuid: required(string()),
    name: required(string({max: 200})),
    description: string(),
    type: string({max: 200}),
  })
  return store.transaction(() => {
    const template = store.collection(resourceTemplates).get(body.template_uuid)
    if (!template || !request.caller.sees(template.account_uuid)) throw notFound(`Template ${body.template_uuid}`)
    return store.collection(records).put({
      uuid: newId(),
      type: body.type ?? template.name,
      name: body.name,
      description: body.description ?? '',
      template_uuid: template.uuid,
      account_uuid: request.caller.account.uuid,
    })
  })
}
