import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {seededMurano} from '../../../src/sandbox/murano/seeded.ts'
import {SandboxWorld} from '../../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

const monitor = ['--solution', 'clinic-monitor']
const sandpit = ['--solution', 'Sandpit']
const product = ['--product', 'fridge']

test('a module is made, replaced and printed, by its name alone', async () => {
  const set = (script: string) => world.ok('murano', 'modules', 'set', 'units.cold', '--script', script, ...sandpit)
  await set('return 1')
  await set('return 2')
  expect(await world.ok('murano', 'modules', 'get', 'units.cold', ...sandpit)).toBe('return 2')
  await world.fails(6, 'murano', 'modules', 'create', 'units.cold', '--script', 'return 3', ...sandpit)
  const id = seededMurano.otherApplicationId
  expect(await world.request('murano', 'modules', 'delete', 'units.cold', ...sandpit)).toBe(
    `DELETE /api:1/solution/${id}/module/${id}_units.cold`,
  )
})

test('an endpoint is named by method and path, and keeps what is not changed', async () => {
  const name = 'get /fridges/{identity}'
  await world.ok('murano', 'endpoints', 'set', name, '--path', '/cold/{identity}', ...monitor)
  expect(await world.json('murano', 'endpoints', 'get', 'GET /cold/{identity}', ...monitor)).toMatchObject({
    method: 'get',
    script: expect.stringContaining('Keystore.get') as string,
  })
  expect(await world.fails(5, 'murano', 'endpoints', 'get', name, ...monitor)).toContain('GET /cold/{identity}')
})

test('a file comes back as it was sent, whatever its path has in it', async () => {
  const local = join(world.home, 'page.css')
  writeFileSync(local, 'body { color: teal }\n')
  await world.ok('murano', 'files', 'upload', local, '/a dir/x+y.css', ...sandpit)
  expect(await world.json('murano', 'files', 'list', ...sandpit)).toMatchObject([
    {path: '/a dir/x+y.css', mime_type: 'text/css'},
  ])
  expect(await world.ok('murano', 'files', 'download', '/a dir/x+y.css', ...sandpit)).toBe('body { color: teal }')
  await world.ok('murano', 'files', 'delete', 'a dir/x+y.css', '--yes', ...sandpit)
  await world.fails(5, 'murano', 'files', 'download', 'a dir/x+y.css', ...sandpit)
})

test('a content is sent and fetched where Murano says, without its token; all of them are deleted when that is said', async () => {
  const local = join(world.home, 'firmware.bin')
  const bytes = Buffer.from(Array.from({length: 70_000}, (_, index) => index % 251))
  writeFileSync(local, bytes)
  const upload = ['murano', 'content', 'upload', local, '--tag', 'version=2', ...product, '--debug', '-o', 'json']
  const {exitCode, stdout, stderr} = await world.run(upload)
  expect({exitCode, content: JSON.parse(stdout) as unknown}).toMatchObject({
    exitCode: 0,
    content: {id: 'firmware.bin', length: bytes.length, tags: {version: '2'}},
  })
  const posted = stderr.slice(stderr.indexOf('> POST http://sandbox.localhost/murano-content'))
  expect(posted.slice(0, posted.indexOf('\n< '))).not.toContain('authorization')
  const out = join(world.home, 'copy.bin')
  await world.ok('murano', 'content', 'download', 'firmware.bin', '--out', out, ...product)
  expect(readFileSync(out).equals(bytes)).toBe(true)
  expect(await world.fails(2, 'murano', 'content', 'clear', ...product)).toContain('all contents of fridge')
  await world.ok('murano', 'content', 'clear', '--yes', ...product)
  await world.fails(5, 'murano', 'content', 'download', 'firmware.bin', '--out', join(world.home, 'none'), ...product)
})
