import {execa} from 'execa'
import {beforeEach, describe, expect, test} from 'vitest'
import {json, serve, type Seen, type TestServer} from '../lib/client/support.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'
import {World} from '../support/world.ts'

const account = 'ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d'
const numbers = `/sms/provision/numbers/account/${account}`

/** A user whose commands talk to a server that answers as told. */
async function serving(answer: Parameters<typeof serve>[0]): Promise<{server: TestServer; world: World}> {
  const server = await serve(answer)
  const world = new World({
    COMMSCTL_API_HOST: `${server.url}/api`,
    COMMSCTL_AUTH_HOST: `${server.url}/auth`,
    COMMSCTL_TOKEN: 'the-token',
  })
  return {server, world}
}

function shown({method, url, body}: Seen): string {
  return `${method} ${url}${body === '' ? '' : ` ${body}`}`
}

describe('a request', () => {
  test.each<[string, string[], string]>([
    ['GET with fields in the query', ['GET', '/a?x=1', '-F', 'y=b c', '-F', 'n=2'], 'GET /api/a?x=1&y=b%20c&n=2'],
    ['GET with a body as query', ['get', 'a', '--body', '{"y":true}'], 'GET /api/a?y=true'],
    [
      'POST with fields in the body',
      ['POST', '/a', '-F', 'a.b[0]=1', '-F', 'c=x'],
      'POST /api/a {"a":{"b":[1]},"c":"x"}',
    ],
    ['POST without a body', ['POST', '/a'], 'POST /api/a'],
    [
      'PUT with a body and fields over it',
      ['PUT', '/a', '--body', '{"a":1,"b":1}', '-F', 'b=2'],
      'PUT /api/a {"a":1,"b":2}',
    ],
    ['PATCH', ['PATCH', '/a', '-F', 'a=null'], 'PATCH /api/a {"a":null}'],
    ['DELETE', ['DELETE', '/a/b'], 'DELETE /api/a/b'],
    ['DELETE with a body', ['DELETE', '/a', '-F', 'a=1'], 'DELETE /api/a {"a":1}'],
    ['HEAD', ['HEAD', '/a'], 'HEAD /api/a'],
    ['to the auth host', ['GET', '/a', '--host', 'auth'], 'GET /auth/a'],
    ['with a path that needs escapes', ['GET', '/a b/%2Fc/é'], 'GET /api/a%20b/%2Fc/%C3%A9'],
  ])('%s', async (_, args, expected) => {
    const {server, world} = await serving((response) => json(response, 200, {}))
    expect(await world.run(['api', ...args])).toMatchObject({exitCode: 0, stderr: ''})
    expect(server.seen.map(shown)).toEqual([expected])
    expect(server.seen[0]!.headers['authorization']).toBe('Bearer the-token')
    world.dispose()
  })

  test('takes its body from standard input and from files', async () => {
    const {server, world} = await serving((response) => json(response, 200, {}))
    await world.run(['api', 'POST', '/a', '--body', '-'], {stdin: 'pipe', input: '{"a":1}\n'})
    await world.shell('echo "{\\"b\\":2}" > b.json; echo text > t; commsctl api POST /b --body @b.json -F t=@t')
    expect(server.seen.map(({body}) => body)).toEqual(['{"a":1}', '{"b":2,"t":"text"}'])
    world.dispose()
  })

  test.each([
    [['GET', 'https://x.example/y'], 'is a URL'],
    [['FETCH', '/x'], 'not one of GET, HEAD'],
    [['GET', '/x/%zz'], 'has a % that begins no escape'],
    [['POST', '/x', '--paginate'], '--paginate goes with GET'],
    [['GET', '/x', '--paginate', '-i'], 'cannot be given together'],
    [['GET', '/x', '--paginate', '-F', 'limit=all'], 'limit'],
    [['POST', '/x', '--body', '[1'], '--body is not JSON: line 1'],
    [['GET'], 'Missing PATH'],
  ])('%j is exit 2, and nothing is sent', async (args, message) => {
    const {server, world} = await serving((response) => json(response, 200, {}))
    const {exitCode, stderr} = await world.run(['api', ...args])
    expect({exitCode, stderr}).toMatchObject({exitCode: 2, stderr: expect.stringContaining(message) as string})
    expect(server.seen).toEqual([])
    world.dispose()
  })

  test('that --dry-run shows is the one that is sent', async () => {
    const {server, world} = await serving((response) => json(response, 200, {}))
    const args = ['api', 'POST', "/a b?q=it's", '-F', "text=it's $HOME"]
    const {stdout} = await world.run([...args, '--dry-run'])
    expect(server.seen).toEqual([])
    await world.run(args)
    await execa('bash', ['-c', `${stdout} --silent --noproxy '*'`])
    expect(shown(server.seen[1]!)).toBe(shown(server.seen[0]!))
    expect(stdout).not.toContain('the-token')
    world.dispose()
  })

  test('whose reply is lost is not sent again where it is no reading', async () => {
    const {server, world} = await serving((response) => response.destroy())
    expect(await world.run(['api', 'POST', '/a'])).toMatchObject({exitCode: 10})
    expect(server.seen).toHaveLength(1)
    world.dispose()
  })
})

describe('a reply', () => {
  test.each<[string, string, string, string[], string]>([
    [
      'JSON is shown as JSON',
      'application/json',
      '{"b":[1,{"c":null}]}',
      [],
      '{\n  "b": [\n    1,\n    {\n      "c": null\n    }\n  ]\n}',
    ],
    ['a list, too', 'application/json', '["x"]', [], '[\n  "x"\n]'],
    ['an empty list, too', 'application/json', '[]', [], '[]'],
    ['--jq picks from it', 'application/json', '{"b":[1,2]}', ['--jq', '.b[]'], '1\n2'],
    ['-o yaml', 'application/json', '{"b":[1]}', ['-o', 'yaml'], 'b:\n  - 1'],
    ['-o ndjson', 'application/json', '[{"a":1},{"a":2}]', ['-o', 'ndjson'], '{"a":1}\n{"a":2}'],
    ['-o csv', 'application/json', '[{"a":1,"b":"x,y"}]', ['-o', 'csv'], 'a,b\n1,"x,y"'],
    ['-o table', 'application/json', '[{"a":1,"b":"x"}]', ['-o', 'table'], '1\tx'],
    ['text is a string', 'text/plain', 'hello', [], '"hello"'],
    ['text stays text with -o table', 'text/plain', 'hello', ['-o', 'table'], 'hello'],
  ])('%s', async (_, type, body, flags, stdout) => {
    const {world} = await serving((response) => response.writeHead(200, {'content-type': type}).end(body))
    expect(await world.run(['api', 'GET', '/a', ...flags])).toMatchObject({exitCode: 0, stdout})
    world.dispose()
  })

  test('without content is null, one document as well', async () => {
    const {world} = await serving((response) => response.writeHead(204).end())
    expect(await world.run(['api', 'DELETE', '/a'])).toMatchObject({exitCode: 0, stdout: 'null'})
    world.dispose()
  })

  test('comes with its status and headers after -i; of HEAD nothing else', async () => {
    const {world} = await serving((response, {method}) => {
      response.writeHead(202, {'x-status': 'processing', 'content-type': 'application/json'})
      response.end(method === 'HEAD' ? undefined : '{"a":1}')
    })
    const [get, head] = await Promise.all([
      world.run(['api', 'GET', '/a', '-i']),
      world.run(['api', 'HEAD', '/a', '-i']),
    ])
    expect(get.stdout).toMatch(/^HTTP 202\n(.+\n)*x-status: processing\n(.+\n)*\n\{\n {2}"a": 1\n\}$/)
    expect(head.stdout).toMatch(/^HTTP 202\n(.+\n?)*$/)
    world.dispose()
  })

  test.each<[number, string, number]>([
    [404, '{"code":"404","message":"No such thing.","trace_id":"t1","details":["x"]}', 5],
    [403, '{"error":"no"}', 4],
    [400, 'plain words', 6],
    [500, '<html><body>Oops</body></html>', 10],
  ])('that refuses with %i is an error with the exit code for it', async (status, body, exit) => {
    const {world} = await serving((response) => response.writeHead(status).end(body))
    const {exitCode, stdout, stderr} = await world.run(['api', 'POST', '/a'])
    expect({exitCode, stdout, error: JSON.parse(stderr) as object}).toMatchObject({
      exitCode: exit,
      stdout: '',
      error: {status, exit},
    })
    world.dispose()
  })
})

describe('on the sandbox', () => {
  let world: SandboxWorld

  beforeEach(async () => {
    ;[world] = freshWorlds(1) as [SandboxWorld]
  })

  test('--paginate fetches all pages, from where and as large as the query says', async () => {
    const [all, some] = await Promise.all([
      world.run(['api', 'GET', numbers, '--paginate', '--jq', 'length', '--debug']),
      world.run(['api', 'GET', `${numbers}?offset=2`, '-F', 'limit=4', '--paginate', '--jq', '.[].number', '--debug']),
    ])
    expect(all.stdout).toBe('12')
    const every = (await world.ok('numbers', 'list', '-o', 'id')).split('\n')
    expect(some.stdout.split('\n')).toEqual(every.slice(2))
    const pages = (stderr: string) => stderr.match(/^> GET \S+\/account\/\S+$/gm) ?? []
    expect(pages(all.stderr)).toHaveLength(1)
    expect(
      pages(some.stderr)
        .map((line) => line.replace(/.*\?/, ''))
        .sort(),
    ).toEqual(['offset=10&limit=2', 'offset=2&limit=4', 'offset=6&limit=4'])
  })

  test('changes what it is told to change', async () => {
    const args = ['POST', '/sms/provision', '-F', 'numbers[]=+19412340150', '-F', 'is_campaign=false']
    expect(await world.ok('api', ...args, '--jq', '.enabled[0].number')).toBe('+19412340150')
    expect(await world.json('numbers', 'get', '+19412340150')).toMatchObject({is_campaign: false})
    const {exitCode, stderr} = await world.run(['api', 'GET', '/no/such/path'])
    expect({exitCode, error: JSON.parse(stderr) as object}).toMatchObject({exitCode: 5, error: {status: 404}})
  })
})
