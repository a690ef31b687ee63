import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {accountFields, identified, mustBeFreeNumber} from '../account-fields.ts'
import {removeAccount} from '../account-removal.ts'
import {accountsBelow, accountView, addParent} from '../account-tree.ts'
import {readBody, required, uuid} from '../fields.ts'
import {filtersOf, listCollection, mapItems, within} from '../lists.ts'
import {announceAccount} from '../pubsub/announcements.ts'
import {readChanges} from '../record-fields.ts'
import {type Account, accounts as accountRecords, identities} from '../records.ts'
import {badRequest} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {addDefaultGroups} from '../user-groups.ts'
import {userView} from '../users.ts'

type AccountRequest = FastifyRequest<{Params: {account: string}; Querystring: {expand?: string | string[]}}>
type UserRequest = FastifyRequest<{Params: {user: string}}>

const filterable = ['uuid', 'name', 'number', 'type', 'description', 'status', 'parent_uuid', 'reference']

const statusChanges = {
  suspend: {status: 'Inactive', event: 'account_suspended'},
  reinstate: {status: 'Active', event: 'account_reinstated'},
} as const

/** The account service: the tree of accounts. */
export function accounts(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const records = store.collection(accountRecords)

  const view = (account: Account) => accountView(store, account)

  const listed = (request: FastifyRequest, among: readonly string[]) => {
    const where = within(filtersOf(request, filterable), 'uuid', among)
    return mapItems(listCollection(request, records, {where}), view)
  }

  app.get('/accounts/accounts', (request) => listed(request, request.caller.visibleAccounts()))

  app.get('/accounts/accounts/:account', (request: AccountRequest) => {
    const account = request.caller.mustSee(request.params.account)
    const users = store.collection(identities).find({where: {account_uuid: account.uuid}})
    const expanded = [request.query.expand].flat().includes('identities')
    return {...view(account), ...(expanded && {identities: {items: users.map((user) => userView(user))}})}
  })

  app.get('/accounts/accounts/:account/children', (request: AccountRequest) =>
    listed(request, accountsBelow(store, request.caller.mustSee(request.params.account).uuid)),
  )

  app.get('/accounts/users/:user/root', (request: UserRequest) =>
    listed(request, [request.caller.mustSeeUser(request.params.user).account_uuid]),
  )

  app.post('/accounts/accounts', (request, reply) => {
    const account = create(sandbox, request)
    return reply.accepted(`/accounts/accounts/${account.uuid}`, {body: view(account)})
  })

  app.put('/accounts/accounts/:account', (request: AccountRequest, reply) => {
    const account = change(sandbox, request)
    return reply.accepted(`/accounts/accounts/${account.uuid}`, {body: view(account)})
  })

  app.delete('/accounts/accounts/:account', (request: AccountRequest, reply) => {
    const account = request.caller.mustSee(request.params.account)
    store.transaction(() => {
      removeAccount(store, account.uuid)
      announceAccount(sandbox, 'account_deleted', account)
    })
    return reply.accepted(`/accounts/accounts/${account.uuid}`, {outcome: 'gone'})
  })

  for (const [verb, {status, event}] of Object.entries(statusChanges)) {
    app.post(`/accounts/accounts/:account/${verb}`, (request: AccountRequest, reply) => {
      const {uuid: account} = request.caller.mustSee(request.params.account)
      store.transaction(() => {
        const changed = records.update(account, (record) => ({...record, status}))
        if (changed) announceAccount(sandbox, event, changed)
      })
      return reply.code(204).send()
    })
  }
}

/** A new account below the one that the body names, with its default groups. */
function create(sandbox: Sandbox, request: FastifyRequest): Account {
  const {store} = sandbox
  const body = readBody(request, {
    ...accountFields,
    name: required(accountFields.name),
    parent_uuid: required(uuid()),
  })
  return store.transaction(() => {
    const parent = request.caller.mustSee(body.parent_uuid)
    if (body.number !== undefined) mustBeFreeNumber(store, body.number)
    const account = store.collection(accountRecords).put({
      uuid: randomUUID(),
      name: body.name,
      number: body.number ?? randomUUID(),
      type: body.type ?? 'Customer',
      description: body.description ?? '',
      status: body.status ?? 'Active',
      reference: body.reference ?? '',
      address: body.address ?? {},
      contacts: identified(body.contacts ?? []),
    })
    addParent(store, account.uuid, parent.uuid)
    addDefaultGroups(store, account.uuid, () => randomUUID())
    const placed = {...account, parent_uuid: parent.uuid}
    announceAccount(sandbox, 'account_created', placed)
    return placed
  })
}

/** The account with the fields that the body has; the others stay. */
function change(sandbox: Sandbox, request: AccountRequest): Account {
  const {store} = sandbox
  return store.transaction(() => {
    const account = request.caller.mustSee(request.params.account)
    const changes = readChanges(request, {...accountFields, parent_uuid: uuid()}, account)
    const {contacts, parent_uuid: parent, ...fields} = changes
    if (parent !== undefined && parent !== account.parent_uuid) throw fixedParent()
    if (fields.number !== undefined) mustBeFreeNumber(store, fields.number, account.uuid)
    const changed = {...account, ...fields, ...(contacts && {contacts: identified(contacts, account.contacts)})}
    announceAccount(sandbox, 'account_changed', changed)
    return store.collection(accountRecords).put(changed)
  })
}

function fixedParent() {
  const problem = {field: 'parent_uuid', message: 'cannot be changed'}
  return badRequest('An account stays where it is in the tree.', [problem])
}
