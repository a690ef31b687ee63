import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type ProfileView} from '../../src/lib/profile/profile-view.ts'
import {World} from '../support/world.ts'

const account = '11111111-1111-4111-8111-111111111111'

let world: World

beforeEach(() => {
  world = new World()
})

afterEach(() => world.dispose())

async function json<T>(...args: string[]): Promise<T> {
  return JSON.parse((await world.run([...args, '-o', 'json'])).stdout) as T
}

describe('profiles set', () => {
  test('makes a profile, changes it, and takes settings out', async () => {
    await world.run(['profiles', 'set', 'work', '--api-host', 'https://a.example/', '--output', 'yaml'])
    await world.run(['profiles', 'set', 'work', '--account', account, '--unset', 'output'])
    expect(await json<ProfileView>('profiles', 'get', 'work')).toEqual({
      name: 'work',
      current: false,
      api_host: 'https://a.example',
      account,
      logged_in: false,
    })
  })

  test('says where the profile is a new one, which a slip may have made', async () => {
    const {stderr} = await world.run(['profiles', 'set', 'nope', '--production'])
    expect(stderr).toContain('The profile “nope” is new:')
    expect((await world.run(['profiles', 'set', 'nope', '--read-only'])).stderr).toBe('The profile “nope” is saved.')
    expect((await world.run(['profiles', 'set', 'sandbox', '--read-only'])).stderr).toContain('is saved.')
  })

  test.each([
    [['work', '--account', 'x'], '--account: “x” is not a uuid'],
    [['work', '--output', 'tables'], 'Did you mean table?'],
    [['work', '--api-host', 'http://a.example'], 'plain http'],
    [['work', '--unset', 'acount'], 'Did you mean account?'],
    [['work', '--unset', 'token'], 'token is a secret'],
    [['work'], 'Nothing is to be changed'],
    [['a b', '--output', 'json'], 'cannot be the name of a profile'],
    [['sandbox', '--api-host', 'https://a.example'], 'The host of the profile "sandbox" cannot be changed'],
    [['--output', 'json'], 'none is current'],
  ])('refuses %j', async (args, message) => {
    const {exitCode, stdout, stderr} = await world.run(['profiles', 'set', ...args])
    expect({exitCode, stdout, stderr}).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining(message) as string,
    })
  })
})

describe('profiles use and list', () => {
  test('mark the current one', async () => {
    await world.run(['profiles', 'set', 'work', '--account', account])
    expect((await world.run(['profiles', 'use', 'work'])).stderr).toBe('The current profile is “work”.')
    const list = await json<ProfileView[]>('profiles', 'list')
    expect(list.map(({name, current, logged_in}) => ({name, current, logged_in}))).toEqual([
      {name: 'sandbox', current: false, logged_in: true},
      {name: 'work', current: true, logged_in: false},
    ])
    expect((await json<ProfileView>('profiles', 'get')).name).toBe('work')
  })

  test('a mistyped name is answered with the near ones', async () => {
    const {exitCode, stderr} = await world.run(['profiles', 'use', 'sandbx'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('Did you mean sandbox?')
  })

  test('use warns that COMMSCTL_PROFILE goes before it', async () => {
    const env = {...world.env, COMMSCTL_PROFILE: 'other'}
    const {exitCode, stderr} = await world.run(['profiles', 'use', 'sandbox'], {env})
    expect(exitCode).toBe(0)
    expect(stderr).toContain('COMMSCTL_PROFILE is set and goes before it: other')
  })

  test('list works where the profile in force does not exist', async () => {
    const env = {...world.env, COMMSCTL_PROFILE: 'gone'}
    expect(await world.run(['profiles', 'list', '-o', 'id'], {env})).toMatchObject({exitCode: 0, stdout: 'sandbox'})
  })
})

describe('profiles delete', () => {
  test('asks, and deletes with --yes; then none is current', async () => {
    await world.run(['profiles', 'set', 'work', '--account', account])
    await world.run(['profiles', 'use', 'work'])
    expect(await world.run(['profiles', 'delete', 'work'])).toMatchObject({exitCode: 2})
    expect((await world.run(['profiles', 'list', '-o', 'id'])).stdout).toBe('sandbox\nwork')
    expect(await world.run(['profiles', 'delete', 'work', '--yes'])).toMatchObject({exitCode: 0})
    expect((await world.run(['profiles', 'list', '-o', 'id'])).stdout).toBe('sandbox')
    expect((await world.run(['profiles', 'get'])).stderr).toContain('none is current')
  })

  test.each([
    ['gone', 'There is no profile "gone"'],
    ['sandbox', 'is built in and cannot be deleted'],
  ])('refuses %s before it asks', async (name, message) => {
    const {exitCode, stderr} = await world.run(['profiles', 'delete', name])
    expect(exitCode).toBe(2)
    expect(stderr).toContain(message)
  })
})

describe('a config file that cannot be used', () => {
  const file = () => join(world.home, 'config/commsctl/config.json')

  test.each([
    ['{"version": 1,', 'is not valid JSON: line 1'],
    ['{"version": 99, "profiles": {}}', 'was written by a newer commsctl'],
    ['[]', 'does not hold a JSON object'],
  ])('%s is reported and left as it is', async (text, message) => {
    mkdirSync(join(file(), '..'), {recursive: true})
    writeFileSync(file(), text)
    for (const args of [
      ['profiles', 'list'],
      ['profiles', 'use', 'sandbox'],
      ['config', 'set', 'secret-store', 'file'],
      ['whoami'],
    ]) {
      const {exitCode, stderr} = await world.run(args)
      expect({args, exitCode, stderr}).toMatchObject({exitCode: 2, stderr: expect.stringContaining(message) as string})
    }
    expect(readFileSync(file(), 'utf8')).toBe(text)
  })
})
