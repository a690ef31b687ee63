import {describe, expect, test} from 'vitest'
import {
  seededAccess,
  seededMaster,
  seededNeighbour,
  seededProviders,
  seededReader,
} from '../../src/sandbox/seeded-access.ts'
import {removeUser} from '../../src/sandbox/users.ts'
import {freshSandbox, problemsOf, type Reply, signedIn} from './support.ts'

const {google, googlePolicy, microsoft, microsoftPolicy, connection} = seededProviders
const {userUuid: admin} = seededAccess
const {userUuid: reader} = seededReader

const names = (reply: Reply, field = 'name') =>
  (reply.json() as {items: Record<string, string>[]}).items.map((item) => item[field])

async function administrator() {
  const sandbox = freshSandbox(10)
  return {sandbox, send: await signedIn(sandbox)}
}

describe('providers', () => {
  test.each([
    ['type=identity&policy.type=oauth', ['Google', 'Microsoft']],
    ['policy.type=saml', ['Company directory']],
    ['type=storage', []],
    ['', ['Google', 'Microsoft', 'Company directory']],
    ['offset=1&limit=1', ['Microsoft']],
  ])('are listed, with ?%s', async (query, expected) => {
    const {send} = await administrator()
    expect(names(await send(`GET /providers/providers?${query}`))).toEqual(expected)
  })

  test('of a user are those that they have linked an account with', async () => {
    const {send} = await administrator()
    expect(names(await send(`GET /providers/users/${admin}/providers?policy.type=oauth`))).toEqual(['Google'])
    expect(names(await send(`GET /providers/users/${reader}/providers`))).toEqual(['Microsoft'])
    expect((await send(`GET /providers/users/${seededMaster.userUuid}/providers`)).status).toBe(404)
  })
})

describe('connections', () => {
  test('of a user are listed, and filtered', async () => {
    const {send} = await administrator()
    const list = (query = '') => send(`GET /providers/users/${admin}/connections${query}`)
    expect((await list()).json()).toEqual({
      items: [
        {uuid: connection, provider_uuid: google, policy_uuid: googlePolicy, user_name: 'ada.rivera@gmail.example'},
      ],
      metadata: {total: 1, offset: 0, count: 1, limit: 10},
    })
    const kept = [
      `provider_uuid=${google}`,
      `policy_uuid=${googlePolicy}`,
      'user_name=ada.rivera@gmail.example',
      'trace=x',
    ]
    for (const query of kept) expect(names(await list(`?${query}`), 'uuid')).toEqual([connection])
    for (const query of [`provider_uuid=${microsoft}`, 'user_name=ben'])
      expect(names(await list(`?${query}`))).toEqual([])
  })

  test('come with a profile each', async () => {
    const {send} = await administrator()
    expect((await send(`GET /providers/users/${admin}/profiles`)).json()).toMatchObject({
      items: [{connection_uuid: connection, provider_name: 'Google', display_name: 'Ada Rivera'}],
      metadata: {total: 1},
    })
  })

  test('go with their user', async () => {
    const {sandbox, send} = await administrator()
    removeUser(sandbox.store, reader)
    expect((await send(`GET /providers/users/${reader}/connections`)).status).toBe(404)
    expect(sandbox.store.db.value('SELECT COUNT(*) FROM items_provider_connections')).toBe(1)
  })
})

describe('tokens', () => {
  const path = (provider: string, policy: string) =>
    `GET /providers/providers/${provider}/oauth/token?authorize=true&policy_uuid=${policy}`

  test.each([
    ['oneself', google, googlePolicy, {}],
    ['a user, by uuid', microsoft, microsoftPolicy, {'x-login-hint': reader}],
    ['an account, by its name there', microsoft, microsoftPolicy, {'x-login-hint': 'ben.okafor@outlook.example'}],
  ])('for %s are fresh each time', async (_, provider, policy, headers) => {
    const {send} = await administrator()
    const replies = [0, 1].map(() => send(path(provider, policy), undefined, headers as Record<string, string>))
    const tokens = (await Promise.all(replies)).map((reply) => (reply.json() as {access_token: string}).access_token)
    expect(tokens[0]).toMatch(/^sandbox-provider-/)
    expect(tokens[0]).not.toBe(tokens[1])
  })

  test.each([
    ['a user who has no account there', microsoft, microsoftPolicy, {}],
    ['an account that nobody has', google, googlePolicy, {'x-login-hint': 'nobody@gmail.example'}],
    ['a policy of another provider', google, microsoftPolicy, {}],
    ['a provider that there is not', admin, googlePolicy, {}],
  ])('for %s are not to be had', async (_, provider, policy, headers) => {
    const {send} = await administrator()
    expect((await send(path(provider, policy), undefined, headers as Record<string, string>)).status).toBe(404)
  })

  test('need a policy', async () => {
    const {send} = await administrator()
    expect(problemsOf(await send(`GET /providers/providers/${google}/oauth/token`))).toEqual([
      'policy_uuid is required',
    ])
  })

  test('are to be had by connection, by those who see its user', async () => {
    const {sandbox, send} = await administrator()
    const byConnection = `GET /providers/users/connections/${connection}/oauth/token?authorize=true`
    expect((await send(byConnection)).json()).toHaveProperty('access_token')
    const neighbour = await signedIn(sandbox, seededNeighbour)
    expect((await neighbour(byConnection)).status).toBe(404)
    expect((await neighbour(path(google, googlePolicy), undefined, {'x-login-hint': admin})).status).toBe(404)
  })
})

describe('authorization', () => {
  async function authorize(
    sandbox: Awaited<ReturnType<typeof administrator>>['sandbox'],
    changes: object = {},
    provider = microsoft,
  ) {
    const wanted = {client_id: 'app', redirect_url: 'http://localhost:8080/back', user_uuid: admin, ...changes}
    const query = new URLSearchParams(wanted as Record<string, string>).toString()
    return (await sandbox.app()).inject(`/providers/providers/${provider}/oauth/authorize?${query}`)
  }

  test('needs no token, and leads to a page that says what happened: there is a connection', async () => {
    const {sandbox, send} = await administrator()
    const {statusCode, headers} = await authorize(sandbox)
    expect(statusCode).toBe(302)
    const {pathname, search} = new URL(String(headers['location']))
    const page = await (await sandbox.app()).inject(pathname + search)
    expect(page.headers['content-type']).toBe('text/plain; charset=utf-8')
    const list = await send(`GET /providers/users/${admin}/connections?provider_uuid=${microsoft}`)
    const [made = ''] = names(list, 'uuid')
    for (const text of ['Microsoft', 'app', 'http://localhost:8080/back', made]) expect(page.body).toContain(text)
    await authorize(sandbox)
    expect(names(await send(`GET /providers/users/${admin}/connections`), 'uuid')).toEqual([connection, made])
  })

  test.each<[object, string | undefined, number]>([
    [{client_id: ''}, undefined, 400],
    [{redirect_url: 'back'}, undefined, 400],
    [{user_uuid: connection}, undefined, 404],
    [{}, connection, 404],
  ])('with %j of %s is refused', async (changes, provider, status) => {
    const {sandbox} = await administrator()
    expect((await authorize(sandbox, changes, provider)).statusCode).toBe(status)
  })
})
