import {describe, expect, test} from 'vitest'
import {type UsageReport} from '../../src/lib/usage/usage.ts'
import {
  seededAccess,
  seededLocationUuid,
  seededNeighbour,
  seededReader,
  seededUsage,
} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, problemsOf, signedIn} from './support.ts'

const {accountUuid: ours} = seededAccess
const evaluate = (template: string) => `POST /usage/reports/templates/${template}/events/evaluate`

async function administrator() {
  const sandbox = freshSandbox(10)
  sandbox.clock.stop()
  const send = await signedIn(sandbox)
  const app = await sandbox.app()
  const state = async (uuid: string) => (await send(`GET /usage/reports/${uuid}`)).json() as UsageReport
  const content = async (location = '') => {
    const {pathname, search} = new URL(location)
    const {statusCode: status, headers, body} = await app.inject(pathname + search)
    return {status, type: headers['content-type'], lines: body.trimEnd().split('\n')}
  }
  /** The lines of a report when its time has come, without the header. */
  const report = async (template: string, body: object = {}) => {
    const {report_uuid} = (await send(evaluate(template), body)).json() as UsageReport
    sandbox.clock.advance(3000)
    return (await content((await state(report_uuid)).location)).lines.slice(1)
  }
  return {sandbox, send, state, content, report}
}

describe('usage events', () => {
  test('are recorded, with account and application', async () => {
    const {send, report} = await administrator()
    const event = {
      account_uuid: seededLocationUuid,
      application_uuid: ours,
      event_type: 'x',
      metadata: {did: '+19412340009'},
    }
    const reply = await send('POST /usage/events', event)
    expect([reply.status, reply.json()]).toMatchObject([201, event])
    const own = await send('POST /usage/events', {event_type: 'x'})
    expect(own.json()).toMatchObject({account_uuid: ours, application_uuid: null, metadata: {}})
    expect(await report(seededUsage.all, {event_type: 'x'})).toHaveLength(2)
  })

  test('need a type and an account that one sees', async () => {
    const {sandbox, send} = await administrator()
    expect(problemsOf(await send('POST /usage/events', {metadata: 'x'}))).toEqual([
      ...['event_type is required', 'metadata must be an object'],
    ])
    const foreign = {account_uuid: seededNeighbour.accountUuid, event_type: 'x'}
    expect((await send('POST /usage/events', foreign)).status).toBe(404)
    const reader = await signedIn(sandbox, seededReader)
    expect((await reader('POST /usage/events', {event_type: 'x'})).status).toBe(403)
  })
})

describe('usage report templates', () => {
  test('are listed, all unless there is a limit, and shown', async () => {
    const {send} = await administrator()
    expect((await send('GET /usage/reports/templates?limit=1&offset=1')).json()).toMatchObject({
      items: [{uuid: seededUsage.all}],
      metadata: {total: 2, offset: 1, count: 1, limit: 1},
    })
    expect((await send('GET /usage/reports/templates')).json()).toMatchObject({metadata: {total: 2, count: 2}})
    const template = await send(`GET /usage/reports/templates/${seededUsage.numbers}`)
    expect(template.json()).toMatchObject({uuid: seededUsage.numbers, event_type: 'sms_did_request'})
    expect((await send(`GET /usage/reports/templates/${ours}`)).status).toBe(404)
  })
})

describe('a usage report', () => {
  test('is CREATED, and SUCCEEDED after a while, with a location that serves it as CSV', async () => {
    const {sandbox, send, state, content} = await administrator()
    const reply = await send(evaluate(seededUsage.numbers), {account_uuid: ours})
    const started = reply.json() as UsageReport
    expect([reply.status, started]).toEqual([200, {report_uuid: started.report_uuid, status: 'CREATED'}])
    expect(await state(started.report_uuid)).toEqual(started)
    sandbox.clock.advance(3000)
    const {status, location} = await state(started.report_uuid)
    expect(status).toBe('SUCCEEDED')
    expect(await content(location)).toEqual({
      ...{status: 200, type: 'text/csv; charset=utf-8'},
      lines: [
        'created_datetime,account_uuid,did,action,campaign_id,campaign_name',
        `2025-01-20T15:00:00.000Z,${ours},+19412340003,assign,CSMILE1,Appointment reminders`,
        `2025-01-20T15:01:00.000Z,${ours},+19412340004,assign,CSMILE1,Appointment reminders`,
      ],
    })
  })

  test('has a location that is signed, and expires', async () => {
    const {sandbox, state, content} = await administrator()
    const {location = ''} = await state(seededUsage.report)
    expect((await content(location.replace(/signature=.*/, 'signature=x'))).status).toBe(403)
    sandbox.clock.advance(60 * 60 * 1000)
    expect((await content(location)).status).toBe(403)
    const later = await signedIn(sandbox)
    const {location: fresh} = (await later(`GET /usage/reports/${seededUsage.report}`)).json() as UsageReport
    expect((await content(fresh)).status).toBe(200)
  })

  test('has the events that there were when it was asked for', async () => {
    const {sandbox, send, state, content} = await administrator()
    const {report_uuid} = (await send(evaluate(seededUsage.all), {})).json() as UsageReport
    sandbox.clock.advance(3000)
    await send('POST /usage/events', {event_type: 'late'})
    expect((await content((await state(report_uuid)).location)).lines).toHaveLength(5)
  })

  test.each<[object, number]>([
    [{}, 4],
    [{event_type: 'sms_message'}, 2],
    [{since: '2025-01-22'}, 2],
    [{until: '2025-01-22T15:02:00Z'}, 2],
    [{since: '2025-01-20', until: '2025-01-23'}, 3],
    [{application_uuid: ours}, 0],
    [{account_uuid: seededLocationUuid}, 0],
    [{filter_values: {did: '+19412340003'}}, 3],
    [{filter_values: {did: '+19412340003', segments: 2}}, 1],
    [{filter_values: {segments: '2'}}, 1],
    [{filter_values: {did: ['+19412340003', '+19412340004']}}, 4],
    [{limit: 3}, 3],
    [{offset: 3, limit: 3}, 1],
    [{offset: 9}, 0],
  ])('of %j has %i rows', async (body, count) => {
    const {report} = await administrator()
    expect(await report(seededUsage.all, body)).toHaveLength(count)
  })

  test('is refused for what cannot be', async () => {
    const {send} = await administrator()
    const wrong = {since: 'yesterday', limit: 0, filter_values: []}
    expect(problemsOf(await send(evaluate(seededUsage.all), wrong))).toEqual([
      'since must be a date like 2025-01-31 or 2025-01-31T08:00:00Z',
      'limit must be a whole number from 1 to 1000000000',
      'filter_values must be an object',
    ])
    expect((await send(evaluate(ours), {})).status).toBe(404)
    expect((await send(evaluate(seededUsage.all), {account_uuid: seededNeighbour.accountUuid})).status).toBe(404)
    expect((await send(`GET /usage/reports/${ours}`)).status).toBe(404)
  })

  test('is for those who see its accounts; those who may only read may run one', async () => {
    const {sandbox} = await administrator()
    const neighbour = await signedIn(sandbox, seededNeighbour)
    expect((await neighbour(`GET /usage/reports/${seededUsage.report}`)).status).toBe(404)
    const reader = await signedIn(sandbox, seededReader)
    expect((await reader(evaluate(seededUsage.all), {})).status).toBe(200)
  })
})

test('a billing cycle is the month of the sandbox’s clock', async () => {
  const {sandbox, send} = await administrator()
  const path = `GET /usage/accounts/${ours}/billing_cycle`
  const cycle = async () => (await send(path)).json() as {start_date: string; end_date: string}
  const now = new Date(sandbox.clock.now()).toISOString()
  const {start_date, end_date} = await cycle()
  expect(start_date).toBe(`${now.slice(0, 8)}01`)
  const next = Date.parse(`${end_date}T00:00:00Z`) + 24 * 60 * 60 * 1000
  sandbox.clock.advance(next - sandbox.clock.now())
  // The token has expired meanwhile.
  const later = await signedIn(sandbox)
  expect((await later(path)).json()).toMatchObject({start_date: new Date(next).toISOString().slice(0, 10)})
  expect((await later(`GET /usage/accounts/${seededNeighbour.accountUuid}/billing_cycle`)).status).toBe(404)
})
