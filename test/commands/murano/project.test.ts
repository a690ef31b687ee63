import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {once} from 'node:events'
import {spawn} from 'node:child_process'
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {type AddressInfo} from 'node:net'
import {dirname, join} from 'node:path'
import {buffer} from 'node:stream/consumers'
import {expect, onTestFinished, test} from 'vitest'
import {endpointsOf} from '../../../src/sandbox/murano/endpoints.ts'
import {modulesOf} from '../../../src/sandbox/murano/modules.ts'
import {seededMurano} from '../../../src/sandbox/murano/seeded.ts'
import {SandboxWorld} from '../../support/sandbox-world.ts'
import {servedSandbox} from '../../support/served-sandbox.ts'
import {bin, type World} from '../../support/world.ts'

const {applicationId, otherApplicationId} = seededMurano

function sandboxWorld(): SandboxWorld {
  const world = new SandboxWorld()
  onTestFinished(() => world.dispose())
  return world
}

/** A user with two folders that are no projects yet. */
function checkouts<W extends World>(world: W) {
  const inFolder = (name: string) => {
    const folder = join(world.home, name)
    mkdirSync(folder)
    return {
      folder,
      write: (path: string, text: string) => {
        mkdirSync(dirname(join(folder, path)), {recursive: true})
        writeFileSync(join(folder, path), text)
      },
      read: (path: string) => readFileSync(join(folder, path), 'utf8'),
      run: (...args: string[]) => world.run(['murano', ...args], {cwd: folder}),
    }
  }
  return {world, ours: inFolder('ours'), theirs: inFolder('theirs')}
}

test('of two who push, the second is told what has changed and overwrites nothing without --force', async () => {
  const {world, ours, theirs} = checkouts(sandboxWorld())
  const scripts = () => world.inside(({store}) => modulesOf(store, applicationId).map(({script}) => script))
  await Promise.all([
    ours.run('pull', '--solution', 'clinic-monitor'),
    theirs.run('pull', '--solution', 'clinic-monitor'),
  ])
  theirs.write('modules/fridges.lua', 'return "theirs"\n')
  ours.write('modules/fridges.lua', 'return "ours"\n')
  ours.write('modules/other.lua', 'return {}\n')
  expect(await theirs.run('push')).toMatchObject({exitCode: 0, stdout: expect.stringContaining('updated') as string})

  const refused = await ours.run('push')
  expect(refused).toMatchObject({exitCode: 6, stdout: ''})
  expect(refused.stderr).toContain('modules fridges: changed here, changed there')
  expect(await scripts()).toEqual(['return "theirs"\n'])
  expect(JSON.parse((await ours.run('status', '-o', 'json')).stdout)).toMatchObject([
    {code: 'MM', name: 'fridges'},
    {code: 'A ', name: 'other'},
  ])
  expect(await ours.run('pull')).toMatchObject({exitCode: 9})
  expect(ours.read('modules/fridges.lua')).toBe('return "ours"\n')

  expect((await ours.run('push', '--force')).exitCode).toBe(0)
  expect(await scripts()).toEqual(['return "ours"\n', 'return {}\n'])
})

test('what somebody else writes in the same moment is told as a conflict, and the next push ends before it', async () => {
  const {sandbox, url, world} = await servedSandbox()
  const {ours} = checkouts(world)
  const between = createServer((request, response) => void pass(request, response))
  await once(between.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void between.close())
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const {method = 'GET', url: path = '/', headers} = request
    const body = await buffer(request)
    const send = (content: Buffer) =>
      fetch(`${url}${path}`, {
        method,
        headers: {authorization: headers.authorization ?? '', 'content-type': headers['content-type'] ?? ''},
        ...(method === 'PUT' && {body: new Uint8Array(content)}),
      })
    const reply = await send(body)
    if (method === 'PUT') await send(Buffer.from(body.toString().replace('ours', 'theirs')))
    response.writeHead(reply.status, {'content-type': reply.headers.get('content-type') ?? 'text/plain'})
    response.end(Buffer.from(await reply.arrayBuffer()))
  }
  const {port} = between.address() as AddressInfo
  world.env['COMMSCTL_MURANO_HOST'] = `http://127.0.0.1:${port}`
  await ours.run('pull', '--solution', 'clinic-monitor')
  ours.write('modules/fridges.lua', 'return \"ours\"\n')

  const pushed = await ours.run('push', '-o', 'json')
  expect(JSON.parse(pushed.stdout)).toMatchObject([{outcome: 'conflict', name: 'fridges'}])
  expect(pushed.exitCode).toBe(9)
  expect(modulesOf(sandbox.store, applicationId).map(({script}) => script)).toEqual(['return "theirs"\n'])
  expect(await ours.run('push')).toMatchObject({exitCode: 6, stdout: ''})
})

test('a push that was killed goes on where it was', async () => {
  const {world, ours} = checkouts(sandboxWorld())
  const names = Array.from({length: 60}, (_, at) => `m${at}`)
  for (const name of names) ours.write(`modules/${name}.lua`, `return "${name}"\n`)
  const args = [bin, 'murano', 'push', '--solution', 'Sandpit']
  const killed = spawn(process.execPath, args, {cwd: ours.folder, env: world.env, stdio: ['ignore', 'pipe', 'ignore']})
  await once(killed.stdout, 'data')
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  const sent = await world.inside(({store}) => modulesOf(store, otherApplicationId).length)
  expect(sent).toBeGreaterThan(0)

  // The lock of a killed process is released when it has given no sign of life for a while.
  expect((await ours.run('push', '--solution', 'Sandpit')).exitCode).toBe(0)
  const there = await world.inside(({store}) => modulesOf(store, otherApplicationId))
  expect(there.map(({script}) => script).sort()).toEqual(names.map((name) => `return "${name}"\n`).sort())
  expect(await ours.run('status', '--solution', 'Sandpit')).toMatchObject({exitCode: 0, stdout: ''})
})

test('a project of MrMurano works as it is, and what is pushed comes back the same elsewhere', async () => {
  const {world, ours, theirs} = checkouts(sandboxWorld())
  const files = {
    '.murano/config': `[application]\nid = ${otherApplicationId}\n\n[product]\nid = ${seededMurano.productId}\n`,
    'site.murano': 'formatversion: 1.0.0\ninfo: {name: site}\nassets: {location: web, default_page: home.html}\n',
    'modules/util/text.lua': 'return {}\n',
    'endpoints/users/all.lua': '--#ENDPOINT GET /users\nreturn {}\n\n--#ENDPOINT post /users text/csv\nreturn {}\n',
    'eventhandlers/timer.lua': '--#EVENT timer timer\nprint("tick")\n',
    'modules/text_test.lua': 'error("not for the platform")\n',
    'web/home.html': '<h1>Home</h1>\n',
    'web/css/main.css': 'body {}\n',
  }
  for (const [path, text] of Object.entries(files)) ours.write(path, text)
  const pushed = JSON.parse((await ours.run('syncup', '-o', 'json')).stdout) as {outcome: string; name: string}[]
  expect(pushed.map(({outcome, name}) => `${outcome} ${name}`)).toEqual([
    'created util.text',
    'created timer_timer',
    'created GET /users',
    'created POST /users',
    'created /',
    'created /css/main.css',
    'left resources',
  ])
  const sent = await world.inside(({store}) => endpointsOf(store, otherApplicationId))
  expect(sent.map(({method, content_type}) => [method, content_type])).toEqual([
    ['get', 'application/json'],
    ['post', 'text/csv'],
  ])
  await theirs.run('syncdown', '--solution', 'Sandpit')
  expect(theirs.read('routes/users.post.lua')).toBe('--#ENDPOINT POST /users text/csv\nreturn {}\n')
  expect(theirs.read('files/index.html')).toBe(files['web/home.html'])

  theirs.write('routes/users.post.lua', '--#ENDPOINT POST /users text/csv\nreturn {1}\n')
  expect((await theirs.run('push')).exitCode).toBe(0)
  const {stdout} = await ours.run('diff')
  expect(stdout).toContain('-return {1}\n+return {}')
  expect((await ours.run('pull')).exitCode).toBe(0)
  expect(ours.read('endpoints/users/all.lua')).toBe(
    '--#ENDPOINT GET /users\nreturn {}\n\n--#ENDPOINT POST /users text/csv\nreturn {1}\n',
  )
})
