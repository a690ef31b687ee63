import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type Caller} from '../caller.ts'
import {arrayOf, readBody, required, string, uuid} from '../fields.ts'
import {filtersOf, listCollection, listReply, listSorted, mapItems, within} from '../lists.ts'
import {readChanges} from '../record-fields.ts'
import {groupMembers, identities, type UserGroup, userGroups} from '../records.ts'
import {badRequest, conflict, notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'
import {groupsOfUser, groupView, joinGroup, leaveGroup, memberView, removeGroup} from '../user-groups.ts'

type AccountRequest = FastifyRequest<{Params: {account: string}}>
type GroupRequest = FastifyRequest<{Params: {group: string}}>

/** Some keys are known by two names, since clients of different ages send different ones. */
interface Query {
  expand?: string
  user_uuid?: string
  member_uuid?: string
  members_limit?: string
  member_limit?: string
}

const filterable = ['uuid', 'name', 'description', 'type', 'status', 'default']
const sortable = ['name', 'description', 'type', 'status', 'uuid'] as const

const statusChanges = {deactivate: 'Inactive', reactivate: 'Active'} as const

const mostMembers = 1000

/** The auth service: user groups and their members. */
export function authGroups(app: FastifyInstance, {store}: Sandbox): void {
  const groups = store.collection(userGroups)
  const members = store.collection(groupMembers)

  const withMembers = (group: UserGroup, {members_limit, member_limit}: Query) => {
    const limit = Math.min(Number(members_limit ?? member_limit) || 100, mostMembers)
    const paging = {offset: 0, limit}
    const page = members.page({where: {group_uuid: group.uuid}}, paging)
    return {...groupView(store, group), members: mapItems(listReply(page, paging), memberView)}
  }

  const listed = (request: FastifyRequest, accounts: readonly string[]) => {
    const query = request.query as Query
    const user = query.user_uuid ?? query.member_uuid
    const filters = within(filtersOf(request, [...filterable, 'account_uuid']), 'account_uuid', accounts)
    const where = user === undefined ? filters : within(filters, 'uuid', groupsOfUser(store, user))
    const isExpanded = query.expand?.split(',').some((name) => name.startsWith('members')) === true
    return mapItems(listSorted(request, groups, {where}, sortable), (group) =>
      isExpanded ? withMembers(group, query) : groupView(store, group),
    )
  }

  app.get('/auth/user-groups', (request) => listed(request, request.caller.visibleAccounts()))

  app.get('/auth/accounts/:account/user-groups', (request: AccountRequest) =>
    listed(request, [request.caller.mustSee(request.params.account).uuid]),
  )

  app.post('/auth/accounts/:account/user-groups', (request: AccountRequest, reply) => {
    const {uuid: account} = request.caller.mustSee(request.params.account)
    const {group, members: users} = create(store, request, account)
    const body = {...groupView(store, group), members: users.map((user_uuid) => memberView({user_uuid}))}
    return reply.accepted(`/auth/user-groups/${group.uuid}`, {body})
  })

  // Members are shown whether they are asked for or not.
  app.get('/auth/user-groups/:group', (request: GroupRequest) =>
    withMembers(mustFindGroup(store, request), request.query as Query),
  )

  app.post('/auth/user-groups/:group/modify', (request: GroupRequest, reply) => {
    const group = mustFindGroup(store, request)
    const fields = readChanges(request, {name: string({min: 1, max: 200}), description: string()}, group)
    return reply.accepted(`/auth/user-groups/${group.uuid}`, {body: changed(group.uuid, fields)})
  })

  for (const [verb, status] of Object.entries(statusChanges)) {
    app.post(`/auth/user-groups/:group/${verb}`, (request: GroupRequest, reply) => {
      const {uuid} = mustFindGroup(store, request)
      return reply.accepted(`/auth/user-groups/${uuid}`, {body: changed(uuid, {status})})
    })
  }

  app.delete('/auth/user-groups/:group', (request: GroupRequest, reply) => {
    const group = mustFindGroup(store, request)
    if (group.default) throw conflict('An account needs its default groups: they cannot be deleted.')
    store.transaction(() => removeGroup(store, group.uuid))
    return reply.accepted(`/auth/user-groups/${group.uuid}`, {outcome: 'gone'})
  })

  app.get('/auth/user-groups/:group/users', (request: GroupRequest) => {
    const {uuid} = mustFindGroup(store, request)
    return mapItems(listCollection(request, members, {where: {group_uuid: uuid}}), memberView)
  })

  // The reply shows the group as it was before the users came into it.
  app.post('/auth/user-groups/:group/users', (request: GroupRequest, reply) => {
    const body = store.transaction(() => {
      const group = mustFindGroup(store, request)
      const {users} = readBody(request, {users: required(arrayOf(uuid()))})
      const before = groupView(store, group)
      for (const user of mustBeUsers(store, request.caller, users)) joinGroup(store, group.uuid, user)
      return before
    })
    return reply.accepted(`/auth/user-groups/${body.uuid}`, {body})
  })

  app.post('/auth/user-groups/:group/users/remove', (request: GroupRequest, reply) => {
    const body = store.transaction(() => {
      const group = mustFindGroup(store, request)
      const {users} = readBody(request, {users: required(arrayOf(uuid()))})
      for (const user of users) leaveGroup(store, group.uuid, user)
      return groupView(store, group)
    })
    return reply.accepted(`/auth/user-groups/${body.uuid}`, {body})
  })

  function changed(uuid: string, fields: Partial<UserGroup>) {
    const group = groups.update(uuid, (record) => ({...record, ...fields}))
    if (!group) throw notFound(`Group ${uuid}`)
    return groupView(store, group)
  }
}

/** The group, when its account is one that the caller sees (else 404). */
export function mustFindGroup(store: Store, {caller, params}: GroupRequest): UserGroup {
  const group = store.collection(userGroups).get(params.group)
  if (!group) throw notFound(`Group ${params.group}`)
  caller.mustReach(group.account_uuid, `Group ${params.group}`)
  return group
}

function create(store: Store, request: FastifyRequest, accountUuid: string) {
  const {name, description, type, users} = readBody(request, {
    name: required(string({max: 200})),
    description: string(),
    type: string({min: 1}),
    users: arrayOf(uuid()),
  })
  return store.transaction(() => {
    const members = mustBeUsers(store, request.caller, users ?? [])
    const group = store.collection(userGroups).put({
      uuid: randomUUID(),
      name,
      description: description ?? '',
      type: type ?? 'user',
      account_uuid: accountUuid,
      status: 'Active',
      default: false,
    })
    for (const user of members) joinGroup(store, group.uuid, user)
    return {group, members}
  })
}

/** The users, each once. Throws a 400 that names those that the caller does not see. */
function mustBeUsers(store: Store, caller: Caller, users: readonly string[]): string[] {
  const unknown = users.filter((user) => {
    const account = store.collection(identities).get(user)?.account_uuid
    return account === undefined || !caller.sees(account)
  })
  if (unknown.length === 0) return [...new Set(users)]
  throw badRequest('Some users do not exist.', [{field: 'users', message: `unknown: ${unknown.join(', ')}`}])
}
