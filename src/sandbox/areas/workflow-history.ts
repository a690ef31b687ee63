import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type JsonValue} from '../../lib/client/wire.ts'
import {filtersOf, listReply, pagingOf} from '../lists.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {isWithin} from '../workflows/period.ts'
import {instances as instanceRecords, type StoredInstance} from '../workflows/records.ts'
import {historyView, passageView} from '../workflows/views.ts'

type InstanceRequest = FastifyRequest<{Params: {instance: string; transition: string}}>
type Query = Readonly<Record<string, string | undefined>>

/** A search gives at most that many. */
const mostFound = 50

const ended = ['complete', 'cancelled', 'error']
const onePath = '/workflow/history/:instance/filter'

/** The workflow service: what became of instances. */
export function workflowHistory(app: FastifyInstance, {store}: Sandbox): void {
  const instances = store.collection(instanceRecords)

  const mustFind = ({caller, params}: InstanceRequest): StoredInstance => {
    const found = instances.get(params.instance)
    if (!found || !caller.sees(found.account_uuid)) throw notFound(`Workflow instance ${params.instance}`)
    return found
  }

  app.get('/workflow/history', (request) => {
    const {template_uuid, version} = filtersOf(request, ['template_uuid', 'version'])
    const where = {
      account_uuid: request.caller.visibleAccounts(),
      result_type: ended,
      ...(template_uuid !== undefined && {template_uuid}),
      ...(version !== undefined && {template_version: version}),
    }
    const query = request.query as Query
    const found = instances
      .find({where})
      .filter((instance) => isWithin(request, instance.started_at) && isAbout(instance, query['search']))
      .reverse()
    const paging = pagingOf(request, query['search'] === undefined ? {} : {unasked: mostFound, most: mostFound})
    const page = found.slice(paging.offset, paging.offset + paging.limit)
    const parts = {...partsOf(query), ...(query['short'] === 'true' && {incoming: false, transitions: false})}
    return listReply({total: found.length, items: page.map((instance) => historyView(instance, parts))}, paging)
  })

  app.get(onePath, (request: InstanceRequest) => historyView(mustFind(request), partsOf(request.query as Query)))

  app.get(`${onePath}/workflow_vars`, (request: InstanceRequest) => {
    const {result_type, run} = mustFind(request)
    return {result_type, workflow_vars: run.vars}
  })

  app.get(`${onePath}/incoming_data`, (request: InstanceRequest) => {
    const {result_type, input_vars} = mustFind(request)
    return {result_type, incoming_data: input_vars}
  })

  app.get(`${onePath}/:transition/results`, (request: InstanceRequest) => {
    const {result_type, run, definition} = mustFind(request)
    const {transition} = request.params
    if (!definition.transitions.some(({uuid}) => uuid === transition)) throw notFound(`Transition ${transition}`)
    const passed = run.passed.filter(({transition_uuid}) => transition_uuid === transition)
    return {result_type, results: passed.map(passageView)}
  })
}

/** Variables are there unless they are unwanted: known clients read them without asking. */
function partsOf(query: Query) {
  return {
    vars: query['show_workflow_vars'] !== 'false',
    incoming: query['show_incoming_data'] === 'true',
    transitions: query['show_transition_results'] === 'true',
  }
}

/** Whether the instance worked on one of the values, which commas separate. */
function isAbout({input_vars, run}: StoredInstance, search: string | undefined): boolean {
  if (search === undefined) return true
  const values = search.split(',').map((value) => value.trim())
  return holdsOne(input_vars, values) || holdsOne(run.vars, values)
}

function holdsOne(data: JsonValue, values: readonly string[]): boolean {
  if (typeof data === 'object' && data !== null) return Object.values(data).some((inner) => holdsOne(inner, values))
  return values.includes(String(data))
}
