import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {World} from './support/world.ts'

let world: World
let folder: string
beforeEach(() => {
  world = new World({COMMSCTL_PROFILE: 'sandbox'})
  world.env['XDG_CACHE_HOME'] = join(world.home, 'own-cache')
  folder = join(world.home, 'own-cache/commsctl/code')
})
afterEach(() => world.dispose())

async function states(): Promise<string> {
  const {exitCode, stdout, stderr} = await world.run(['numbers', 'states', '--limit', '1'])
  expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''})
  return stdout
}

function cacheFile(): string {
  const names = readdirSync(folder)
  expect(names).toHaveLength(1)
  return join(folder, names[0]!)
}

test('code is kept for this Node, readable by its user alone', async () => {
  await states()
  expect(cacheFile()).toContain(process.version)
  expect(statSync(cacheFile()).mode & 0o777).toBe(0o600)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('a run that needs nothing new leaves what is kept as it is', async () => {
  const printed = await states()
  const kept = statSync(cacheFile())
  expect(await states()).toBe(printed)
  expect(statSync(cacheFile()).ino).toBe(kept.ino)
})

test('a run that needs more keeps more', async () => {
  expect((await world.run(['--help'])).exitCode).toBe(0)
  const {size} = statSync(cacheFile())
  await states()
  expect(statSync(cacheFile()).size).toBeGreaterThan(size)
})

test('--version keeps nothing', async () => {
  await world.run(['--version'])
  expect(existsSync(folder)).toBe(false)
})

test.each([
  ['empty', Buffer.alloc(0)],
  ['short', Buffer.from([1])],
  ['of another V8', Buffer.alloc(5000, 7)],
])('a cache file that is %s is passed over, and replaced', async (_, content) => {
  const printed = await states()
  const file = cacheFile()
  const {length} = readFileSync(file)
  writeFileSync(file, content)
  expect(await states()).toBe(printed)
  expect(readFileSync(file).length).toBeGreaterThan(length / 2)
})

test('code of other builds is removed', async () => {
  mkdirSync(folder, {recursive: true})
  writeFileSync(join(folder, '0123456789abcdef-v20.0.0-x64'), 'old')
  await states()
  expect(readdirSync(folder).filter((name) => name.startsWith('0123456789abcdef'))).toEqual([])
})

test('where nothing can be kept, commands run as ever', async () => {
  mkdirSync(join(folder, '..'), {recursive: true})
  // A file in the folder's place stops root, too.
  writeFileSync(folder, '')
  chmodSync(folder, 0o400)
  expect(await states()).not.toBe('')
})
