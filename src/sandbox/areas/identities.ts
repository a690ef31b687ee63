import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {recordActivity} from '../activity/activities.ts'
import {type Query} from '../collection.ts'
import {readObject} from '../fields.ts'
import {filtersOf, includedIn, listCollection, mapItems, within} from '../lists.ts'
import {createUser, userFields} from '../new-user.ts'
import {announceIdentity} from '../pubsub/announcements.ts'
import {type EventName} from '../../lib/pubsub/platform-events.ts'
import {readChanges} from '../record-fields.ts'
import {identities as userRecords, type Identity} from '../records.ts'
import {badRequest, notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {removeUser, userView} from '../users.ts'

type UserRequest = FastifyRequest<{Params: {user: string}}>
type AccountRequest = FastifyRequest<{Params: {account: string}}>

const filterable = [
  ...['uuid', 'type', 'first_name', 'middle_name', 'last_name', 'username', 'status'],
  ...['provider', 'email', 'phone', 'reference'],
]

const statusChanges = {deactivate: 'Inactive', reactivate: 'Active'} as const

/** The identity service: users of accounts. */
export function identities(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const users = store.collection(userRecords)

  const listed = (request: FastifyRequest, query: Query) =>
    mapItems(listCollection(request, users, query), (user) => userView(user, includedIn(request)))

  const changed = (
    uuid: string,
    change: (user: Identity) => Identity,
    event: EventName<'identity'> = 'identity_changed',
  ): Identity =>
    store.transaction(() => {
      const user = users.update(uuid, change)
      if (!user) throw notFound(`User ${uuid}`)
      announceIdentity(sandbox, event, user)
      return user
    })

  app.get('/identity/users/me', {config: {permission: false}}, (request) => {
    const {user} = request.caller
    return {user_uuid: user.uuid, ...user}
  })

  app.get('/identity/identities', (request) => {
    const filters = filtersOf(request, [...filterable, 'account_uuid'])
    return listed(request, {where: within(filters, 'account_uuid', request.caller.visibleAccounts())})
  })

  app.get('/identity/accounts/:account/identities', (request: AccountRequest) => {
    const {uuid} = request.caller.mustSee(request.params.account)
    return listed(request, {where: {...filtersOf(request, filterable), account_uuid: uuid}})
  })

  app.get('/identity/accounts/:account/identities/v2', (request: AccountRequest) => {
    const {uuid} = request.caller.mustSee(request.params.account)
    return listed(request, {where: {account_uuid: uuid}, anyOf: filtersOf(request, filterable)})
  })

  app.get('/identity/identities/:user', (request: UserRequest) =>
    userView(request.caller.mustSeeUser(request.params.user), includedIn(request)),
  )

  app.post('/identity/accounts/:account/identities', (request: AccountRequest, reply) => {
    const {uuid: account} = request.caller.mustSee(request.params.account)
    const user = store.transaction(() => {
      const created = createUser(store, request, account)
      const {uuid, username} = created
      announceIdentity(sandbox, 'identity_created', created)
      recordActivity(sandbox, {what: 'user.created', owner: uuid, account, metadata: {username}})
      return created
    })
    return reply.accepted(`/identity/identities/${user.uuid}`, {body: userView(user)})
  })

  app.post('/identity/identities/:user/modify', (request: UserRequest) => {
    const {uuid} = request.caller.mustSeeUser(request.params.user)
    return userView(
      changed(uuid, (user) => {
        refuseFixedFields(request, user)
        return {...user, ...readChanges(request, userFields, user)}
      }),
    )
  })

  app.post('/identity/identities/:user/properties/modify', (request: UserRequest) => {
    const {uuid} = request.caller.mustSeeUser(request.params.user)
    const properties = readObject(request)
    const user = changed(
      uuid,
      (record) => ({...record, properties: {...record.properties, ...properties}}),
      'identity_property_change',
    )
    return userView(user, ['properties'])
  })

  for (const [verb, status] of Object.entries(statusChanges)) {
    app.post(`/identity/identities/:user/${verb}`, (request: UserRequest, reply) => {
      const {uuid} = request.caller.mustSeeUser(request.params.user)
      changed(uuid, (user) => ({...user, status}))
      return reply.code(204).send()
    })
  }

  app.delete('/identity/identities/:user', (request: UserRequest, reply) => {
    const user = request.caller.mustSeeUser(request.params.user)
    const {uuid} = user
    store.transaction(() => {
      removeUser(store, uuid)
      announceIdentity(sandbox, 'identity_deleted', user)
    })
    return reply.accepted(`/identity/identities/${uuid}`, {outcome: 'gone'})
  })
}

/** Some fields stay as they are. A request may repeat them, as in a user that was read back, but not change them. */
function refuseFixedFields(request: FastifyRequest, user: Identity): void {
  const {account_uuid, username, provider} = user
  const fixed = {account_uuid, username, provider, password: undefined, external_id: undefined}
  const body = readObject(request)
  const changed = Object.entries(fixed).filter(([name, value]) => name in body && (body[name] ?? undefined) !== value)
  if (changed.length === 0) return
  const details = changed.map(([field]) => ({field, message: 'cannot be changed here'}))
  throw badRequest('Some fields of a user cannot be changed.', details)
}
