import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type UsageReport} from '../../lib/usage/usage.ts'
import {type JsonObject} from '../../lib/client/wire.ts'
import {integer, object, pattern, readBody, readFields, required, string, uuid} from '../fields.ts'
import {listWhole} from '../lists.ts'
import {given} from '../record-fields.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {mustBeSigned, signedLink} from '../signed-links.ts'
import {usageEvents, usageReportMs, type UsageReportRecord, usageReports, usageTemplates} from '../usage/records.ts'
import {reportRows} from '../usage/report-rows.ts'

type AccountRequest = FastifyRequest<{Params: {account: string}}>
type TemplateRequest = FastifyRequest<{Params: {template: string}}>
type ReportRequest = FastifyRequest<{Params: {report: string}}>

const linkMs = 60 * 60 * 1000

/** The usage service: events that are counted, reports about them, billing cycles. */
export function usage(app: FastifyInstance, sandbox: Sandbox): void {
  events(app, sandbox)
  templates(app, sandbox)
  reports(app, sandbox)
}

function events(app: FastifyInstance, {store, clock}: Sandbox): void {
  app.post('/usage/events', (request, reply) => {
    const body = readBody(request, {
      account_uuid: uuid(),
      application_uuid: uuid(),
      event_type: required(string({min: 1, max: 100})),
      metadata: object(),
    })
    const event = store.collection(usageEvents).put({
      uuid: randomUUID(),
      account_uuid: request.caller.mustSee(body.account_uuid ?? request.caller.account.uuid).uuid,
      application_uuid: body.application_uuid ?? null,
      event_type: body.event_type,
      metadata: body.metadata ?? {},
      created_datetime: new Date(clock.now()).toISOString(),
    })
    return reply.code(201).send(event)
  })

  app.get('/usage/accounts/:account/billing_cycle', (request: AccountRequest) => {
    request.caller.mustSee(request.params.account)
    const now = new Date(clock.now())
    const day = (month: number, date: number) =>
      new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month, date)).toISOString().slice(0, 10)
    return {start_date: day(0, 1), end_date: day(1, 0)}
  })
}

function templates(app: FastifyInstance, {store}: Sandbox): void {
  app.get('/usage/reports/templates', (request) => listWhole(request, store.collection(usageTemplates).find()))

  app.get('/usage/reports/templates/:template', ({params}: TemplateRequest) => {
    const template = store.collection(usageTemplates).get(params.template)
    if (!template) throw notFound(`Usage report template ${params.template}`)
    return template
  })
}

function reports(app: FastifyInstance, sandbox: Sandbox): void {
  const {store, clock} = sandbox
  const records = store.collection(usageReports)

  const mustFind = (request: ReportRequest): UsageReportRecord => {
    const report = records.get(request.params.report)
    if (!report) throw notFound(`Usage report ${request.params.report}`)
    return report
  }

  // Whoever may read may run a report: it changes nothing.
  const path = '/usage/reports/templates/:template/events/evaluate'
  app.post(path, {config: {permission: false}}, (request: TemplateRequest): UsageReport => {
    const template = store.collection(usageTemplates).get(request.params.template)
    if (!template) throw notFound(`Usage report template ${request.params.template}`)
    const {account_uuid: account, ...wanted} = readFields((request.body ?? {}) as JsonObject, reportFields)
    const accounts = account === undefined ? request.caller.visibleAccounts() : [request.caller.mustSee(account).uuid]
    const report = {report_uuid: randomUUID(), template, accounts, ...given(wanted), requested_at: clock.now()}
    records.put(report)
    return {report_uuid: report.report_uuid, status: 'CREATED'}
  })

  app.get('/usage/reports/:report', (request: ReportRequest): UsageReport => {
    const {report_uuid, accounts, requested_at} = mustFind(request)
    if (!accounts.every((account) => request.caller.sees(account))) throw notFound(`Usage report ${report_uuid}`)
    if (clock.now() - requested_at < usageReportMs) return {report_uuid, status: 'CREATED'}
    const location = signedLink(sandbox, request, `/usage/reports/${report_uuid}/content`, linkMs)
    return {report_uuid, status: 'SUCCEEDED', location}
  })

  app.get('/usage/reports/:report/content', {config: {auth: 'none'}}, async (request: ReportRequest, reply) => {
    mustBeSigned(sandbox, request)
    const report = mustFind(request)
    const {stringify} = await import('csv-stringify/sync')
    const content = stringify(reportRows(store, report), {header: true, columns: report.template.columns})
    return reply
      .header('content-disposition', `attachment; filename=usage-${report.report_uuid}.csv`)
      .type('text/csv; charset=utf-8')
      .send(content)
  })
}

const reportFields = {
  account_uuid: uuid(),
  application_uuid: uuid(),
  event_type: string(),
  since: time(),
  until: time(),
  offset: integer({min: 0, max: 1_000_000_000}),
  limit: integer({min: 1, max: 1_000_000_000}),
  filter_values: object(),
}

function time() {
  return pattern(/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d.*)?$/, 'must be a date like 2025-01-31 or 2025-01-31T08:00:00Z')
}
