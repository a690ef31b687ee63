import {beforeEach, describe, expect, test} from 'vitest'
import {seededAccess, seededUsage} from '../../src/sandbox/seeded-access.ts'
import {json, serve} from '../lib/client/support.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'
import {World} from '../support/world.ts'

const {accountUuid: ours} = seededAccess
const {all, report} = seededUsage

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

test('an event is recorded for the account that --account names, or one’s own', async () => {
  const create = ['usage', 'events', 'create', '--event-type', 'call']
  expect(await world.json(...create, '--metadata', '{"seconds": 5}')).toMatchObject({
    ...{account_uuid: ours, application_uuid: null, event_type: 'call', metadata: {seconds: 5}},
  })
  expect(await world.fails(2, ...create, '--metadata', '{"user_uuid": "x"}')).toContain('user_uuid is “x”')
  const curl = await world.ok(...create, '--account', ours, '--application', ours, '--dry-run')
  expect(curl).toContain(`{"account_uuid":"${ours}","application_uuid":"${ours}","event_type":"call"}`)
})

test('templates are listed and shown; the billing cycle is of one’s own account', async () => {
  expect(await world.ok('usage', 'templates', 'list', '--columns', 'name')).toBe('Numbers\nAll events')
  expect(await world.json('usage', 'templates', 'get', all)).toMatchObject({uuid: all, event_type: null})
  expect(await world.ok('usage', 'billing-cycle')).toMatch(/^\d{4}-\d\d-01\t\d{4}-\d\d-\d\d$/)
})

describe('a report', () => {
  test('is started with what selects its events', async () => {
    const args = ['--since', '2025-01-01', '--limit', '5', '--filter-values', '{"did": "+19412340003"}']
    const curl = await world.ok('usage', 'reports', 'run', all, ...args, '--dry-run')
    expect(curl).toContain(`/usage/reports/templates/${all}/events/evaluate`)
    expect(curl).toContain('{"since":"2025-01-01","limit":5,"filter_values":{"did":"+19412340003"}}')
    const started = await world.json<{report_uuid: string}>('usage', 'reports', 'run', all, ...args)
    expect(started).toEqual({report_uuid: started.report_uuid, status: 'CREATED'})
  })

  test('that is waited for is there in the end, and its location serves it', async () => {
    const {location, status} = await world.json<{location: string; status: string}>(
      'usage',
      'reports',
      'run',
      all,
      '--wait',
    )
    expect(status).toBe('SUCCEEDED')
    expect(location).toContain('/content?expires=')
  })

  test('that takes too long is exit 8, with the command that goes on', async () => {
    await world.ok('sandbox', 'clock', 'stop')
    const args = ['usage', 'reports', 'run', all, '--wait', '--timeout', '3s', '-o', 'json']
    const {exitCode, stdout, stderr} = await world.run(args)
    const {report_uuid: uuid, status} = JSON.parse(stdout) as {report_uuid: string; status: string}
    expect({exitCode, status}).toEqual({exitCode: 8, status: 'CREATED'})
    const {code, hint} = JSON.parse(stderr) as {code: string; hint: string}
    expect(code).toBe('pending')
    const again = /commsctl (.*)$/.exec(hint)?.[1]?.split(' ') ?? []
    expect(again).toEqual(['wait', 'usage', 'reports', 'get', uuid])
    await world.ok('sandbox', 'clock', 'advance', '3s')
    await world.ok(...again)
    expect(await world.json(...again.slice(1))).toMatchObject({report_uuid: uuid, status: 'SUCCEEDED'})
  })

  test('that fails is exit 6', async () => {
    const server = await serve((response, {method}) =>
      json(response, 200, method === 'POST' ? {report_uuid: report, status: 'CREATED'} : {status: 'FAILED'}),
    )
    const user = new World({COMMSCTL_API_HOST: server.url, COMMSCTL_TOKEN: 'the-token'})
    const {exitCode, stderr} = await user.run(['usage', 'reports', 'run', all, '--wait'])
    user.dispose()
    expect([exitCode, stderr]).toEqual([6, expect.stringContaining(`Report ${report} is FAILED.`)])
  })

  test('shows its location, whose signature no --debug shows', async () => {
    const {stdout, stderr} = await world.run(['usage', 'reports', 'get', report, '--jq', '.location', '--debug'])
    const signature = /signature=(\S+)/.exec(stdout)?.[1] ?? ''
    expect(signature).not.toBe('')
    expect(stderr).toContain('signature=***')
    expect(stderr).not.toContain(signature)
  })
})
