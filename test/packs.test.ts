import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {World} from './support/world.ts'

/** Those that a command on the embedded sandbox needs, which reviews campaigns as the linter does. */
const packs = ['client', 'core', 'lint', 'sandbox']

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

/** What is kept of each pack, by its name. */
function cacheFile(pack = 'core'): string {
  const names = readdirSync(folder)
  expect(names.map((name) => name.split('-')[0]).toSorted()).toEqual(packs)
  return join(
    folder,
    names.find((name) => name.startsWith(pack))!,
  )
}

test('code is kept for this Node, readable by its user alone', async () => {
  await states()
  for (const pack of packs) {
    expect(cacheFile(pack)).toContain(process.version)
    expect(statSync(cacheFile(pack)).mode & 0o777).toBe(0o600)
  }
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('a run that needs nothing new leaves what is kept as it is', async () => {
  const printed = await states()
  const kept = () => packs.map((pack) => statSync(cacheFile(pack)).ino)
  const before = kept()
  expect(await states()).toBe(printed)
  expect(kept()).toEqual(before)
})

test('a run that needs more keeps more', async () => {
  expect((await world.run(['--help'])).exitCode).toBe(0)
  const [core] = readdirSync(folder)
  const {size} = statSync(join(folder, core!))
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
  writeFileSync(join(folder, 'core-0123456789abcdef-v20.0.0-x64'), 'old')
  await states()
  expect(readdirSync(folder).filter((name) => name.includes('0123456789abcdef'))).toEqual([])
})

test('where nothing can be kept, commands run as ever', async () => {
  mkdirSync(join(folder, '..'), {recursive: true})
  // A file in the folder's place stops root, too.
  writeFileSync(folder, '')
  chmodSync(folder, 0o400)
  expect(await states()).not.toBe('')
})
