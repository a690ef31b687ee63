import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {limitOperators, type Limit, type ReportTemplate} from '../../lib/activity/report-template.ts'
import {type JsonObject, type JsonValue} from '../../lib/client/wire.ts'
import {reportDocument} from '../activity/report-document.ts'
import {activityReports, reportMs, type ReportRecord, reportTemplates} from '../activity/report-records.ts'
import {type Caller} from '../caller.ts'
import {type Field, listOf, object, readBody, readFields, required, string, uuid} from '../fields.ts'
import {listCollection} from '../lists.ts'
import {given} from '../record-fields.ts'
import {badRequest, notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type TemplateRequest = FastifyRequest<{Params: {template: string}; Querystring: Readonly<Record<string, string>>}>

/** Templates of reports about activities, and the reports that are made of them. */
export function activityReportRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  templates(app, sandbox)
  reports(app, sandbox)
}

function templates(app: FastifyInstance, {store}: Sandbox): void {
  const records = store.collection(reportTemplates)

  app.get('/activity/report/template', (request) => listCollection(request, records))

  app.post('/activity/report/template', (request) =>
    records.put({template_uuid: randomUUID(), ...readTemplate(request)}),
  )

  app.put('/activity/report/template/:template', (request: TemplateRequest) => {
    const template = readTemplate(request)
    const changed = records.update(request.params.template, ({template_uuid}) => ({template_uuid, ...template}))
    if (!changed) throw notFound(`Report template ${request.params.template}`)
    return changed
  })

  app.delete('/activity/report/template/:template', (request: TemplateRequest, reply) => {
    if (!records.delete(request.params.template)) throw notFound(`Report template ${request.params.template}`)
    return reply.code(204).send()
  })
}

function reports(app: FastifyInstance, {store, clock}: Sandbox): void {
  const records = store.collection(activityReports)

  // Whoever may read may run a report: it changes nothing.
  app.post('/activity/report/:template', {config: {permission: false}}, (request: TemplateRequest) => {
    const template = store.collection(reportTemplates).get(request.params.template)
    if (!template) throw notFound(`Report template ${request.params.template}`)
    const {parameters} = readFields((request.body ?? {}) as JsonObject, {parameters: object()})
    const owner = reportOwner(request.caller, request.query)
    const report = {report_uuid: randomUUID(), template, ...owner, parameters: parameters ?? {}}
    records.put({...report, requested_at: clock.now()})
    return {template_uuid: template.template_uuid, report_uuid: report.report_uuid}
  })

  app.get('/activity/report', (request, reply) => {
    const query = {report_uuid: required(uuid()), template_uuid: required(uuid())}
    const wanted = readFields(request.query as JsonObject, query)
    const report = records.get(wanted.report_uuid)
    if (report?.template.template_uuid !== wanted.template_uuid || !seesReport(request.caller, report)) {
      throw notFound(`Report ${wanted.report_uuid}`)
    }
    if (clock.now() - report.requested_at < reportMs) return reply.code(204).send()
    return reportDocument(store, report)
  })
}

/** Whose activities a report is about: a user's, or an account's. */
function reportOwner(caller: Caller, query: JsonObject): Pick<ReportRecord, 'owner_uuid' | 'account_uuid'> {
  const {owner_uuid: owner, account_uuid: account} = readFields(query, {owner_uuid: uuid(), account_uuid: uuid()})
  if (owner !== undefined) return {owner_uuid: caller.mustSeeUser(owner).uuid}
  if (account !== undefined) return {account_uuid: caller.mustSee(account).uuid}
  throw badRequest('A report is about a user or an account.', [
    {field: 'owner_uuid', message: 'is required, unless there is an account_uuid'},
  ])
}

function seesReport(caller: Caller, {owner_uuid, account_uuid}: ReportRecord): boolean {
  try {
    return owner_uuid === undefined ? caller.sees(account_uuid ?? '') : caller.mustSeeUser(owner_uuid) !== undefined
  } catch {
    return false
  }
}

/** The template that a body describes, whole. Throws a 400 with all that is wrong. */
function readTemplate(request: FastifyRequest): Omit<ReportTemplate, 'template_uuid'> {
  const fields = readBody(request, {
    name: required(string({min: 1, max: 200})),
    description: string(),
    default_view: string(),
    data_source: required(dataSource),
    parameters: objects,
    columns: objects,
    limits: limitGroups,
    sort: object(),
    aggregates: objects,
    visualizations: object(),
  })
  return given(fields) as Omit<ReportTemplate, 'template_uuid'>
}

const dataSource: Field<ReportTemplate['data_source'] | undefined> = (value) => {
  const source = object()(value)
  if ('problem' in source || source.value === undefined) return source as {problem: string} | {value: undefined}
  if (typeof source.value['source_type'] !== 'string') return {problem: 'must have a source_type'}
  return {value: source.value as unknown as ReportTemplate['data_source']}
}

/** A list of objects, which may be empty. */
const objects: Field<JsonObject[] | undefined> = (value) =>
  Array.isArray(value) && value.length === 0 ? {value: []} : listOf(object())(value)

const limitGroups: Field<Limit[][] | undefined> = (value: JsonValue | undefined) => {
  if (value === undefined) return {value}
  if (!Array.isArray(value) || !value.every(Array.isArray)) return {problem: 'must be an array of arrays of conditions'}
  for (const limit of value.flat() as (Partial<Limit> | null)[]) {
    if (typeof limit?.column !== 'string') return {problem: 'must be conditions that have a column'}
    if (!knownOperators.has(String(limit.op))) return {problem: `must have an op of ${limitOperators.join(' ')}`}
  }
  return {value: value as unknown as Limit[][]}
}

const knownOperators = new Set<string>([...limitOperators, '=='])
