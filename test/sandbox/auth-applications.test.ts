import {expect, test} from 'vitest'
import {namedUuid} from '../../src/sandbox/named-uuid.ts'
import {seededAccess, seededNeighbour} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, problemsOf, type Reply, signedIn} from './support.ts'

const application = namedUuid('oauth client')
const groups = (kind: string, query = '', uuid = application) => `GET /auth/applications/${uuid}/${kind}${query}`
const [first, second] = [namedUuid('one resource'), namedUuid('another resource')]

interface Group {
  uuid: string
  type: string
  default: boolean
  resources?: string[]
}

const items = (reply: Reply) => (reply.json() as {items: Group[]}).items

test.each(['resource-groups', 'user-groups'])('each application has default %s of every type', async (kind) => {
  const send = await signedIn(freshSandbox(10))
  expect(items(await send(groups(kind))).map(({type}) => type)).toEqual(['user', 'admin', 'forbidden'])
  const chosen = items(await send(groups(kind, '?default=true&type=admin')))
  expect(chosen).toMatchObject([{type: 'admin', default: true}])
  expect(chosen[0]).not.toHaveProperty('application_uuid')
})

test('a new OAuth client has them, too', async () => {
  const send = await signedIn(freshSandbox(10))
  const body = {name: 'nightly', description: 'report', app_user: seededAccess.userUuid}
  const {uuid} = (await send('POST /oauth/oauth/clients', body)).json() as Group
  expect(items(await send(groups('resource-groups', '?default=true', uuid)))).toHaveLength(3)
})

test('a resource group is made, and resources come into it and go', async () => {
  const send = await signedIn(freshSandbox(10))
  const made = await send(`POST /auth/applications/${application}/resource-groups`, {
    name: 'Prices',
    resources: [first, first],
  })
  expect(made.status).toBe(202)
  const group = made.json() as Group
  expect(group).toMatchObject({name: 'Prices', description: '', type: 'user', default: false, resources: [first]})
  const held = async () => items(await send(groups('resource-groups', '?name=Prices')))[0]?.resources
  const change = (path: string, resources: unknown) =>
    send(`POST /auth/resource-groups/${group.uuid}/resources${path}`, {resources})
  expect(await change('', [first, second])).toMatchObject({status: 202, text: ''})
  expect(await held()).toEqual([first, second])
  expect(await change('/remove', [first])).toMatchObject({status: 202, text: ''})
  expect(await held()).toEqual([second])
  expect(problemsOf(await change('', undefined))).toEqual(['resources is required'])
})

test('a resource group needs nothing but its application', async () => {
  const send = await signedIn(freshSandbox(10))
  const reply = await send(`POST /auth/applications/${application}/resource-groups`, {})
  expect(reply.json()).toMatchObject({name: '', description: '', resources: []})
})

test('applications that are not visible do not exist, nor do their groups', async () => {
  const sandbox = freshSandbox(10)
  const [send, theirs] = [await signedIn(sandbox), await signedIn(sandbox, seededNeighbour)]
  const [group] = items(await send(groups('resource-groups')))
  for (const request of [
    groups('resource-groups'),
    groups('user-groups'),
    `POST /auth/resource-groups/${group?.uuid}/resources`,
  ]) {
    expect((await theirs(request, request.startsWith('POST') ? {resources: []} : undefined)).status).toBe(404)
  }
  expect((await send(groups('user-groups', '', first))).status).toBe(404)
})
