import {chmod, mkdir, readFile, stat, writeFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import {type Keychain} from '../../../src/lib/profile/keychain.ts'
import {createSecretStore, type SecretStoreOptions, type Session} from '../../../src/lib/profile/secrets.ts'
import {tempHome} from './temp-home.ts'

const session: Session = {
  access_token: 'access-0',
  token_type: 'Bearer',
  grant: 'token',
  origins: ['https://a.example'],
}
const basic = {value: 'YmFzaWM=', origins: ['https://a.example']}

/** A keychain as a desktop has it, in memory; `locked` makes it fail as where there is none. */
function memoryKeychain(): Keychain & {entries: Map<string, string>; locked: boolean} {
  const entries = new Map<string, string>()
  const open = async () => {
    if (keychain.locked) throw new Error('no D-Bus')
    return entries
  }
  const keychain = {
    entries,
    locked: false,
    read: async (profile: string) => (await open()).get(profile),
    write: async (profile: string, text: string) => void (await open()).set(profile, text),
    remove: async (profile: string) => void (await open()).delete(profile),
  }
  return keychain
}

async function openStore(mode: SecretStoreOptions['mode']) {
  const {paths} = await tempHome()
  const notes: string[] = []
  const keychain = memoryKeychain()
  const open = () => createSecretStore({paths, mode, keychain, note: (message) => notes.push(message)})
  return {paths, notes, keychain, open, store: open()}
}

test('secrets in the file are read again, by its owner alone', async () => {
  const {paths, store, open, notes, keychain} = await openStore('file')
  await store.set('prod', {session})
  await store.set('prod', {basic_token: basic})
  expect(await open().get('prod', 'session')).toEqual(session)
  expect(await open().get('prod', 'basic_token')).toEqual(basic)
  expect((await stat(paths.secretsFile)).mode & 0o777).toBe(0o600)
  expect((await stat(paths.data)).mode & 0o777).toBe(0o700)
  expect(notes).toEqual([])
  expect(keychain.entries.size).toBe(0)
})

test.each(['file', 'keychain', 'auto'] as const)('mode %s: what is deleted is gone, and nothing else', async (mode) => {
  const {store} = await openStore(mode)
  await store.set('prod', {session, basic_token: basic})
  await store.set('test', {session})
  await store.delete('prod', 'session')
  expect(await store.get('prod', 'session')).toBeUndefined()
  expect(await store.get('prod', 'basic_token')).toEqual(basic)
  await store.deleteAll('prod')
  expect(await store.get('prod', 'basic_token')).toBeUndefined()
  expect(await store.get('test', 'session')).toEqual(session)
})

test('secrets of profiles written at the same time are all kept', async () => {
  const {store, open} = await openStore('file')
  const names = Array.from({length: 8}, (_, index) => `p${index}`)
  await Promise.all(names.map((name) => open().set(name, {session})))
  expect(await Promise.all(names.map((name) => store.get(name, 'session')))).toEqual(names.map(() => session))
})

test('the keychain is used where there is one, and no file is made', async () => {
  const {store, paths, keychain, notes} = await openStore('auto')
  await store.set('prod', {session})
  expect([...keychain.entries.keys()]).toEqual(['prod'])
  await expect(stat(paths.secretsFile)).rejects.toThrow('ENOENT')
  expect(notes).toEqual([])
})

test('without a keychain a file is used, and this is said once', async () => {
  const {paths, open, notes, keychain} = await openStore('auto')
  keychain.locked = true
  await open().set('prod', {session})
  await open().deleteAll('prod')
  await open().set('test', {session})
  expect(await open().get('test', 'session')).toEqual(session)
  expect(notes).toEqual([expect.stringContaining(paths.secretsFile)])
})

test('secrets move from the file to the keychain when there is one again', async () => {
  const {store, keychain, paths} = await openStore('auto')
  keychain.locked = true
  await store.set('prod', {session})
  keychain.locked = false
  await store.set('prod', {basic_token: basic})
  expect(JSON.parse(keychain.entries.get('prod') ?? '')).toEqual({session, basic_token: basic})
  expect(await readFile(paths.secretsFile, 'utf8')).not.toContain('access-0')
})

const hasKeychain = process.platform !== 'linux' || process.env.DBUS_SESSION_BUS_ADDRESS !== undefined

test.skipIf(hasKeychain)('the system without D-Bus has no keychain: auto takes the file', async () => {
  const {paths} = await tempHome()
  const notes: string[] = []
  const store = createSecretStore({paths, mode: 'auto', note: (message) => notes.push(message)})
  await store.set('prod', {session})
  expect(await store.get('prod', 'session')).toEqual(session)
  expect(notes).toHaveLength(1)
})

test('mode keychain fails where there is none, and says what to do', async () => {
  const {store, keychain} = await openStore('keychain')
  keychain.locked = true
  const failure = {
    exit: 3,
    code: 'no-keychain',
    hint: expect.stringContaining('config set secret-store auto') as string,
  }
  await expect(store.get('prod', 'session')).rejects.toMatchObject(failure)
  await expect(store.set('prod', {session})).rejects.toMatchObject(failure)
})

test.each([0o640, 0o604, 0o660])(
  'a secrets file of mode %o is refused with the command that closes it',
  async (mode) => {
    const {store, paths} = await openStore('file')
    await store.set('prod', {session})
    await chmod(paths.secretsFile, mode)
    const failure = {exit: 2, hint: `Run: chmod 600 ${paths.secretsFile}`}
    await expect(store.get('prod', 'session')).rejects.toMatchObject(failure)
    await expect(store.set('prod', {session})).rejects.toMatchObject(failure)
  },
)

test.each([
  ['broken JSON', '{"version": 1, "profiles": {"prod": {"session": topsecret}}}', 'line 1'],
  ['another content', '[]', 'does not hold secrets'],
  ['a newer version', '{"version": 2, "profiles": {}}', 'newer commsctl'],
])('a secrets file with %s is an error, shows nothing of it and stays', async (_, content, problem) => {
  const {store, paths} = await openStore('file')
  await mkdir(paths.data, {recursive: true})
  await writeFile(paths.secretsFile, content, {mode: 0o600})
  const failure: unknown = await store.set('prod', {session}).catch((error: unknown) => error)
  expect(failure).toMatchObject({exit: 2, message: expect.stringContaining(problem) as string})
  expect(String(failure)).not.toContain('opsecret')
  expect(await readFile(paths.secretsFile, 'utf8')).toBe(content)
})
