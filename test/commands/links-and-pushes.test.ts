import {beforeEach, describe, expect, test} from 'vitest'
import {seededAccess, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'
import {servedSandbox} from '../support/served-sandbox.ts'

const me = seededAccess.userUuid

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

describe('short URLs', () => {
  test('lead on where they are served', async () => {
    const {world: other} = await servedSandbox()
    const url = 'https://sunrise.example/may'
    const {stdout: link} = await other.run(['short-urls', 'create', '--url', url, '-F', 'max_view_count=1', '-o', 'id'])
    const {status, headers} = await fetch(link, {redirect: 'manual'})
    expect([status, headers.get('location')]).toEqual([302, url])
    expect((await fetch(link, {redirect: 'manual'})).status).toBe(410)
  })

  test('are listed with a well-formed query, and deleted for the user of the header', async () => {
    const list = await world.request('short-urls', 'list', '--filter', 'short_code=parking')
    expect(list).toBe(`GET /shorturl/shorturls?user_uuid=${me}&short_code=parking&offset=0&limit=50`)
    expect(await world.ok('short-urls', 'list', '--filter', 'short_code=parking', '-o', 'id')).toBe('parking')
    expect(await world.ok('short-urls', 'delete', 'parking', '--dry-run')).toContain(`user_uuid: ${me}`)
    await world.fails(5, 'short-urls', 'delete', 'parking', '--user', seededReader.userUuid, '--yes')
    await world.ok('short-urls', 'delete', 'parking', '--yes')
    expect(await world.ok('short-urls', 'list', '-o', 'id')).toBe('forms')
  })

  test('keep their pins to themselves', async () => {
    const pin = '471147114711'
    const args = ['short-urls', 'create', '--url', 'https://sunrise.example', '-F', `secure_pin=${pin}`]
    const {exitCode, stdout, stderr} = await world.run([...args, '--debug'])
    expect(exitCode).toBe(0)
    expect(stderr).toContain('secure_pin')
    expect(stdout + stderr + (await world.ok(...args, '--dry-run'))).not.toContain(pin)
  })

  test('with a field that is wrong are refused before anything is sent', async () => {
    const args = ['short-urls', 'create', '--url', 'https://sunrise.example', '-F', 'expires_after=soon']
    expect(await world.fails(2, ...args)).toContain('expires_after is “soon”, and must be a whole number')
    expect(await world.fails(2, 'short-urls', 'create', '-F', 'short_code=x')).toContain('Missing --url')
  })
})

describe('registrations', () => {
  const token = 'very-secret-token'
  const create = [
    ...['mobile', 'registrations', 'create', '--device-id', 'pixel-9', '--application', 'com.example'],
    ...['--platform', 'Android', '--push-token'],
  ]

  test('are made, listed and removed, without a token on the screen', async () => {
    const made = await world.run([...create, `env:PUSH_TOKEN`, '--debug'], {env: {...world.env, PUSH_TOKEN: token}})
    expect(made.exitCode).toBe(0)
    expect(await world.ok('mobile', 'registrations', 'list', '-o', 'id')).toBe('pixel-7\npixel-9')
    const table = await world.ok('mobile', 'registrations', 'list')
    const asked = await world.fails(2, 'mobile', 'registrations', 'delete', token)
    expect(asked).toContain('Nobody can be asked here')
    const removed = await world.run(['mobile', 'registrations', 'delete', token, '--yes', '--debug'])
    expect(removed.exitCode).toBe(0)
    const again = await world.run(['mobile', 'registrations', 'delete', token, '--yes', '-o', 'json'])
    expect(again.exitCode).toBe(5)
    const all = [made, removed, again].flatMap(({stdout, stderr}) => [stdout, stderr])
    expect([...all, table, asked].join('\n')).not.toContain(token)
    expect(await world.ok('mobile', 'registrations', 'list', '-o', 'id')).toBe('pixel-7')
  })

  test('need a platform that there is', async () => {
    const args = create.map((word) => (word === 'Android' ? 'windows' : word))
    expect(await world.fails(2, ...args, token)).toContain('is not one of android, ios')
  })
})

test('a notification carries data for programs', async () => {
  const args = ['mobile', 'push', '--application', 'com.example', '--device', 'a', '--device', 'b', '--title', 'Desk']
  const data = ['--data', '{"room": 2}', '--platform-data', '{"ios": {"badge": 1}}']
  expect(await world.json(...args, '--message', 'Free', ...data)).toMatchObject({
    ...{application: 'com.example', user_uuid: me, device_ids: ['a', 'b'], title: 'Desk', message: 'Free'},
    ...{data: {room: 2}, platform_specific_data: {ios: {badge: 1}}},
  })
  expect(await world.fails(2, ...args, '--data', '[1]')).toContain('--data')
})

test('extensions are asked for with the real offset and limit', async () => {
  const request = await world.request('voice', 'extensions', '--offset', '1', '--limit', '5', '--include', 'channels')
  const path = `/voice/extension?account_type=customer&account_uuid=${seededAccess.accountUuid}&include=channels`
  expect(request).toBe(`GET ${path}&offset=1&limit=5`)
  expect(await world.ok('voice', 'extensions', '--columns', 'number')).toBe('101\n102')
})

test('destinations are listed and shown', async () => {
  expect(await world.ok('destinations', 'list', '--filter', 'name=Billing', '-o', 'id')).toBe('4102')
  expect(await world.json('destinations', 'get', '4102')).toMatchObject({id: 4102, name: 'Billing'})
  await world.fails(5, 'destinations', 'get', '4201')
})
