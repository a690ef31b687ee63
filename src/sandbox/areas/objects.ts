import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyReply, type FastifyRequest} from 'fastify'
import {object, readBody, required, string, uuid} from '../fields.ts'
import {filtersOf, listArray, mapItems} from '../lists.ts'
import {allowedObjects, mustBeAllowed, objects as records, objectView, type StoredObject} from '../objects/objects.ts'
import {badRequest} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'

type OwnerRequest = FastifyRequest<{Params: {owner: string}}>
type ObjectRequest = FastifyRequest<{Params: {object: string}}>
type Owner = Pick<StoredObject, 'user_uuid' | 'account_uuid'>

const filterable = ['uuid', 'name', 'type', 'description', 'content_type']

/** Who owns an object, and with whom it is shared, decides on these routes. */
const byObject = {config: {permission: false}} as const

/** The object service: named JSON of users, of accounts and of everybody. */
export function objects(app: FastifyInstance, {store}: Sandbox): void {
  app.get('/objects/objects', (request) => {
    const where = {...filtersOf(request, filterable), user_uuid: null, account_uuid: null}
    return listed(request, store.collection(records).find({where}))
  })

  app.get('/objects/users/:owner/allowed-objects', byObject, (request: OwnerRequest) => {
    const {caller} = request
    const user = caller.mustSeeUser(request.params.owner)
    if (user.uuid !== caller.user.uuid) caller.mustBeAllowed('read', 'objects', user.account_uuid)
    return listed(request, allowedObjects(store, user, filtersOf(request, filterable)))
  })

  app.get('/objects/objects/:object', byObject, (request: ObjectRequest) =>
    objectView(mustBeAllowed(store, request.caller, 'read', request.params.object), {content: true}),
  )

  const created = (request: FastifyRequest, reply: FastifyReply, owner: Owner) =>
    accepted(reply, store.collection(records).put({...readObject(request), uuid: randomUUID(), ...owner}))

  app.post('/objects/objects', (request, reply) => created(request, reply, {}))

  app.post('/objects/users/:owner/objects', (request: OwnerRequest, reply) =>
    created(request, reply, {user_uuid: request.caller.mustSeeUser(request.params.owner).uuid}),
  )

  app.post('/objects/accounts/:owner/objects', (request: OwnerRequest, reply) =>
    created(request, reply, {account_uuid: request.caller.mustSee(request.params.owner).uuid}),
  )

  app.put('/objects/objects/:object', byObject, (request: ObjectRequest, reply) =>
    accepted(
      reply,
      store.transaction(() => replaced(store, request)),
    ),
  )

  app.delete('/objects/objects/:object', byObject, (request: ObjectRequest, reply) => {
    const {uuid: gone} = store.transaction(() => {
      const found = mustBeAllowed(store, request.caller, 'delete', request.params.object)
      store.collection(records).delete(found.uuid)
      return found
    })
    return reply.accepted(`/objects/objects/${gone}`, {outcome: 'gone'})
  })
}

function replaced(store: Store, request: ObjectRequest): StoredObject {
  const {uuid: self, user_uuid, account_uuid} = mustBeAllowed(store, request.caller, 'update', request.params.object)
  const {uuid: sent} = readBody(request, {uuid: uuid()})
  if ((sent ?? self) !== self) {
    throw badRequest('An object keeps its uuid.', [{field: 'uuid', message: 'cannot be changed'}])
  }
  const owner = {...(user_uuid !== undefined && {user_uuid}), ...(account_uuid !== undefined && {account_uuid})}
  return store.collection(records).put({...readObject(request), uuid: self, ...owner})
}

function accepted(reply: FastifyReply, made: StoredObject): FastifyReply {
  return reply.accepted(`/objects/objects/${made.uuid}`, {body: objectView(made, {content: true})})
}

/** All that a request says of an object; what it leaves out is empty. */
function readObject(request: FastifyRequest): Omit<StoredObject, 'uuid' | 'user_uuid' | 'account_uuid'> {
  const body = readBody(request, {
    name: required(string({max: 200})),
    type: string({max: 200}),
    description: string(),
    content_type: string(),
    content: object(),
    metadata: object(),
  })
  return {
    name: body.name,
    type: body.type ?? 'data_object',
    description: body.description ?? '',
    content_type: body.content_type ?? 'application/json',
    content: body.content ?? {},
    metadata: body.metadata ?? {},
  }
}

/** A page of objects, in the order of the field that `sort` names: backwards after a minus. */
function listed(request: FastifyRequest, found: StoredObject[]) {
  const {load_content: loads, sort} = request.query as Record<string, string | undefined>
  const page = listArray(request, sorted(found, sort))
  return mapItems(page, (one) => objectView(one, {content: loads === 'true'}))
}

function sorted(found: StoredObject[], sort = ''): StoredObject[] {
  const field = filterable.find((name) => name === sort.replace(/^-/, '')) as 'name' | undefined
  if (field === undefined) return found
  const inOrder = found.toSorted((a, b) => a[field].localeCompare(b[field]))
  return sort.startsWith('-') ? inOrder.reverse() : inOrder
}
