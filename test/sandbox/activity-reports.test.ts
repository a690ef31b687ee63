import {describe, expect, test} from 'vitest'
import {type ReportTemplate} from '../../src/lib/activity/report-template.ts'
import {type ReportDocument, type ReportRun} from '../../src/lib/activity/report.ts'
import {
  seededAccess,
  seededLocationUuid,
  seededMaster,
  seededNeighbour,
  seededReader,
  seededReports,
} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, problemsOf, type Reply, signedIn} from './support.ts'

const {accountUuid: ours, userUuid: admin} = seededAccess
const templates = '/activity/report/template'
const template = {name: 'All', data_source: {source_type: 'activity', activity: 'message'}}

async function administrator() {
  const sandbox = freshSandbox(100)
  sandbox.clock.stop()
  const send = await signedIn(sandbox)
  const create = async (changes: object) =>
    (await send(`POST ${templates}`, {...template, ...changes})).json() as ReportTemplate
  const run = (uuid: string, query = `account_uuid=${ours}`, body: object = {}) =>
    send(`POST /activity/report/${uuid}?${query}`, body)
  const fetched = ({report_uuid, template_uuid}: ReportRun) =>
    send(`GET /activity/report?report_uuid=${report_uuid}&template_uuid=${template_uuid}`)
  /** The report that a template makes, when its time has come. */
  const report = async (changes: object, query?: string, parameters?: object) => {
    const {template_uuid} = await create(changes)
    const started = (await run(template_uuid, query, {parameters})).json() as ReportRun
    sandbox.clock.advance(2000)
    return (await fetched(started)).json() as ReportDocument & {total: number}
  }
  return {sandbox, send, create, run, fetched, report}
}

const rows = (document: ReportDocument, column: string) => document.rows?.map((row) => row[column])

describe('report templates', () => {
  test('are made, listed, replaced and deleted', async () => {
    const {send, create} = await administrator()
    const made = await create({description: 'What was sent', columns: [{name: 'to'}]})
    expect(made).toEqual({
      template_uuid: made.template_uuid,
      ...template,
      description: 'What was sent',
      columns: [{name: 'to'}],
    })
    const list = await send(`GET ${templates}?limit=2&offset=1`)
    expect(list.json()).toMatchObject({
      items: [{template_uuid: seededReports.numbers}, made],
      metadata: {total: 3, offset: 1, count: 2, limit: 2},
    })
    const replaced = await send(`PUT ${templates}/${made.template_uuid}`, {...template, name: 'Other'})
    expect([replaced.status, replaced.json()]).toEqual([
      200,
      {template_uuid: made.template_uuid, ...template, name: 'Other'},
    ])
    expect((await send(`DELETE ${templates}/${made.template_uuid}`)).status).toBe(204)
    for (const request of [`PUT ${templates}/${made.template_uuid}`, `DELETE ${templates}/${made.template_uuid}`]) {
      expect((await send(request, template)).status).toBe(404)
    }
  })

  test.each<[object, string[]]>([
    [{name: undefined}, ['name is required']],
    [{data_source: undefined}, ['data_source is required']],
    [{data_source: {activity: 'message'}}, ['data_source must have a source_type']],
    [{columns: 'to'}, ['columns must be an array']],
    [{limits: [{column: 'to', op: '='}]}, ['limits must be an array of arrays of conditions']],
    [{limits: [[{op: '='}]]}, ['limits must be conditions that have a column']],
    [{limits: [[{column: 'to', op: '~'}]]}, ['limits must have an op of = != < <= > >= in contains']],
  ])('with %j are refused', async (changes, expected) => {
    const {send} = await administrator()
    const reply = await send(`POST ${templates}`, {...template, ...changes})
    expect([reply.status, problemsOf(reply)]).toEqual([400, expected])
  })
})

describe('a report', () => {
  test('is there after a while: before, the reply is empty', async () => {
    const {sandbox, run, fetched} = await administrator()
    const reply = await run(seededReports.messages)
    const started = reply.json() as ReportRun
    expect([reply.status, started]).toEqual([
      200,
      {template_uuid: seededReports.messages, report_uuid: started.report_uuid},
    ])
    const status = ({status, text, headers}: Reply) => [status, text, headers['content-type']]
    expect(status(await fetched(started))).toEqual([204, '', undefined])
    sandbox.clock.advance(2000)
    expect((await fetched(started)).json()).toMatchObject({
      ...started,
      ...{name: 'Messages', total: 2, parameters: {}},
      columns: [{name: 'created_datetime'}, {name: 'activity_subtype'}, {name: 'from'}, {name: 'to'}],
      rows: [
        {
          created_datetime: '2025-01-22T15:03:00.000Z',
          ...{activity_subtype: 'sent', from: '+19412340003', to: '+19415550123'},
        },
        {activity_subtype: 'blocked', from: '+19412340001'},
      ],
    })
  })

  test('is about what had happened when it was run, by the template of that time', async () => {
    const {sandbox, send, run, fetched} = await administrator()
    const started = (await run(seededReports.messages)).json() as ReportRun
    sandbox.clock.advance(1000)
    await send('POST /sms/messages/send', {to: '+19415550123', from: '+19412340003', content: [{body: 'Hello'}]})
    await send(`DELETE ${templates}/${seededReports.messages}`)
    sandbox.clock.advance(1000)
    expect((await fetched(started)).json()).toMatchObject({total: 2})
  })

  test('is about a user or an account; the user wins', async () => {
    const {report} = await administrator()
    const all = {data_source: {source_type: 'activity'}}
    expect((await report(all)).total).toBe(6)
    expect((await report(all, `owner_uuid=${seededReader.userUuid}`)).total).toBe(2)
    expect((await report(all, `owner_uuid=${seededReader.userUuid}&account_uuid=${ours}`)).total).toBe(2)
    expect((await report(all, `account_uuid=${seededLocationUuid}`)).total).toBe(0)
  })

  test.each<[string, object[][], object, string[]]>([
    [
      'a time in milliseconds',
      [[{column: 'created_datetime', op: '>=', value: '$start'}]],
      {start: Date.UTC(2025, 0, 23)},
      ['blocked'],
    ],
    ['a date', [[{column: 'created_datetime', op: '<', value: '$end'}]], {end: '2025-01-23'}, ['sent']],
    [
      'a parameter that is not given',
      [[{column: 'created_datetime', op: '>=', value: '$start'}]],
      {},
      ['sent', 'blocked'],
    ],
    ['equality', [[{column: 'from', op: '=', value: '+19412340001'}]], {}, ['blocked']],
    ['inequality', [[{column: 'from', op: '!=', value: '+19412340001'}]], {}, ['sent']],
    ['a part', [[{column: 'metadata.from', op: 'contains', value: '0003'}]], {}, ['sent']],
    ['several values', [[{column: 'activity_subtype', op: 'in', value: ['sent', 'x']}]], {}, ['sent']],
    [
      'two conditions',
      [
        [
          {column: 'to', op: '=', value: '+19415550123'},
          {column: 'activity_subtype', op: '=', value: 'sent'},
        ],
      ],
      {},
      ['sent'],
    ],
    [
      'alternatives',
      [
        [{column: 'activity_subtype', op: '=', value: 'sent'}],
        [{column: 'activity_subtype', op: '=', value: 'blocked'}],
      ],
      {},
      ['sent', 'blocked'],
    ],
    ['a column that there is not', [[{column: 'colour', op: '=', value: 'blue'}]], {}, []],
  ])('is limited by %s', async (_, limits, parameters, expected) => {
    const {report} = await administrator()
    expect(rows(await report({limits}, undefined, parameters), 'activity_subtype')).toEqual(expected)
  })

  test('is sorted, and has figures over its rows', async () => {
    const {report} = await administrator()
    const sort = {primary_column: 'created_datetime', primary_direction: 'descending'}
    const document = await report({
      data_source: {source_type: 'activity'},
      sort,
      aggregates: [{function: 'count'}, {column: 'seconds', function: 'sum'}],
    })
    expect(rows(document, 'activity_type')).toEqual(['voicemail', 'message', 'message', 'user', 'number', 'number'])
    expect(document.aggregates?.map(({value}) => value)).toEqual([6, 41])
  })

  test('may be made of rows that the template has', async () => {
    const {report} = await administrator()
    const source = {source_type: 'local_data', local_data: [{n: 10}, {n: 9}]}
    const document = await report({
      data_source: source,
      sort: {primary_column: 'n'},
      columns: [{name: 'n'}, {name: 'm'}],
    })
    expect(document.rows).toEqual([
      {n: 9, m: null},
      {n: 10, m: null},
    ])
  })

  test('is refused without owner, and for those and for templates that one does not see', async () => {
    const {run} = await administrator()
    expect(problemsOf(await run(seededReports.messages, ''))).toEqual([
      'owner_uuid is required, unless there is an account_uuid',
    ])
    expect((await run(seededReports.messages, `account_uuid=${seededNeighbour.accountUuid}`)).status).toBe(404)
    expect((await run(seededReports.messages, `owner_uuid=${seededMaster.userUuid}`)).status).toBe(404)
    expect((await run(admin)).status).toBe(404)
  })

  test('is found by both of its ids, by those who see what it is about', async () => {
    const {sandbox, fetched, send} = await administrator()
    const {run, messages, numbers} = seededReports
    expect((await fetched({report_uuid: run, template_uuid: messages})).status).toBe(200)
    expect((await fetched({report_uuid: run, template_uuid: numbers})).status).toBe(404)
    expect((await send(`GET /activity/report?report_uuid=${run}`)).status).toBe(400)
    const neighbour = await signedIn(sandbox, seededNeighbour)
    expect((await neighbour(`GET /activity/report?report_uuid=${run}&template_uuid=${messages}`)).status).toBe(404)
  })

  test('may be run by those who may only read', async () => {
    const {sandbox} = await administrator()
    const reader = await signedIn(sandbox, seededReader)
    expect((await reader(`POST /activity/report/${seededReports.messages}?account_uuid=${ours}`, {})).status).toBe(200)
    expect((await reader(`POST ${templates}`, template)).status).toBe(403)
  })
})
