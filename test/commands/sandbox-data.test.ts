import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {seededAccess, seededFiles, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {serveSandbox} from '../support/sandbox-server.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'

const {accountUuid: ours} = seededAccess

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

function write(name: string, text: string): void {
  writeFileSync(join(world.home, name), text)
}

describe('dump', () => {
  test('is what load reads: after a reset all is as it was, to the letter', async () => {
    write('menu.wav', 'For appointments, press 1.')
    await world.ok('media', 'upload', 'menu.wav')
    await world.ok('media', 'delete', seededFiles.hold, '--yes')
    await world.ok('numbers', 'provision', '+19412340100', '--yes')
    await world.ok('numbers', 'release', '+19412340001', '--yes')
    await world.ok('identities', 'delete', seededReader.userUuid, '--yes')
    await world.ok('sms', 'send', '--from', '+19412340003', '--number', '+19415550123', '--text', 'Hello: "you"')
    write('more.yaml', 'numbers: {numbers: [{number: +12365550123, state: BC, rate_center: VICTORIA}]}')
    await world.ok('sandbox', 'load', 'more.yaml')
    const before = await world.ok('sandbox', 'dump')
    write('dump.yaml', before)
    await world.ok('sandbox', 'reset', '--yes')
    expect(await world.ok('sandbox', 'dump')).not.toBe(before)
    await world.ok('sandbox', 'load', 'dump.yaml')
    expect(await world.ok('sandbox', 'dump')).toBe(before)
    const file = await world.ok('media', 'list', '--where', 'file_name=menu.wav', '-o', 'id')
    await world.ok('media', 'download', file, '--out', 'again.wav')
    expect(readFileSync(join(world.home, 'again.wav'), 'utf8')).toBe('For appointments, press 1.')
  })

  test('as JSON is the same records, which load reads as well', async () => {
    await world.ok('numbers', 'release', '+19412340001', '--yes')
    const before = await world.ok('sandbox', 'dump')
    const json = await world.ok('sandbox', 'dump', '-o', 'json')
    write('dump.json', json)
    expect(parse(before)).toEqual(JSON.parse(json))
    await world.ok('sandbox', 'reset', '--yes')
    await world.ok('sandbox', 'load', 'dump.json')
    expect(await world.ok('sandbox', 'dump')).toBe(before)
    expect(await world.ok('sandbox', 'dump', '-o', 'json')).toBe(json)
  })

  test('has hashes, and no tokens and no secrets', async () => {
    await world.ok('providers', 'list')
    const text = await world.ok('sandbox', 'dump')
    expect(text).toContain('hash: ')
    expect(text).not.toMatch(/sandbox-client-secret|eyJ|token_key|sandbox-admin-1/)
  })

  test('of some areas has those alone; an unknown one is refused with the near name', async () => {
    const text = await world.ok('sandbox', 'dump', '--area', 'providers', '--area', 'usage')
    expect(text.split('\n').filter((line) => /^\w/.test(line))).toEqual(['replace: true', 'usage:', 'providers:'])
    expect(await world.fails(2, 'sandbox', 'dump', '--area', 'acounts')).toContain('Did you mean accounts?')
  })
})

describe('load', () => {
  const account = `accounts: {accounts: [{uuid: a0000000-0000-4000-8000-000000000001, name: Acme, parent_uuid: ${ours}}]}`

  test('takes several files, of YAML and JSON, and standard input', async () => {
    write('account.yaml', account)
    write('events.json', JSON.stringify({usage: {events: [{account_uuid: ours, event_type: 'x'}]}}))
    const {stdout} = await world.run(['sandbox', 'load', 'account.yaml', 'events.json', '-'], {
      input: 'oauth: {scopes: [{name: calls}]}',
      stdin: 'pipe',
    })
    expect(stdout).toBe('accounts\taccounts\t1\nusage\tevents\t1\noauth\tscopes\t1')
    expect(await world.ok('accounts', 'list', '--filter', 'name=Acme', '--columns', 'type')).toBe('Customer')
  })

  test('says what is wrong, by file, and loads nothing', async () => {
    write('good.yaml', account)
    write('bad.yaml', 'usage: {evnts: []}')
    write('worse.yaml', 'usage: [')
    mkdirSync(join(world.home, 'folder'))
    const said = await world.fails(2, 'sandbox', 'load', 'good.yaml', 'bad.yaml')
    expect(said).toContain('bad.yaml: usage.evnts is no collection that can be loaded. Did you mean events?')
    expect(await world.fails(2, 'sandbox', 'load', 'worse.yaml')).toContain('worse.yaml is not YAML: line 1')
    expect(await world.fails(2, 'sandbox', 'load', 'folder')).toContain('is a folder')
    expect(await world.ok('accounts', 'list', '--filter', 'name=Acme', '-o', 'id')).toBe('')
  })
})

describe('serve', () => {
  test.each([
    [[], 400],
    [['--lenient'], 200],
  ])('with %j answers a broken upload with %i', async (flags, status) => {
    const server = await serveSandbox(world, ...flags)
    const {basicToken, email, password, userUuid} = seededAccess
    const form = new URLSearchParams({grant_type: 'password', email, password})
    const headers = {authorization: `Basic ${basicToken}`}
    const granted = await fetch(`${server.url}/oauth/token`, {method: 'POST', headers, body: form})
    const {access_token: token} = (await granted.json()) as {access_token: string}
    const reply = await fetch(`${server.url}/media/users/${userUuid}/media`, {
      method: 'POST',
      headers: {authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data'},
      body: '[object FormData]',
    })
    expect(reply.status).toBe(status)
    expect(await server.stop()).toBe(0)
  })
})
