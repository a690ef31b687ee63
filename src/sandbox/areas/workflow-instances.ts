import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type JsonValue} from '../../lib/client/wire.ts'
import {boolean, object, readBody, string, uuid} from '../fields.ts'
import {filtersOf, listCollection, mapItems} from '../lists.ts'
import {notFound, Refusal} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {finished} from '../workflows/finished.ts'
import {endInstance, runKind, startInstance} from '../workflows/instances.ts'
import {valueAt} from '../workflows/paths.ts'
import {instances as instanceRecords, type StoredInstance} from '../workflows/records.ts'
import {mustFindTemplate} from '../workflows/templates.ts'
import {instanceView} from '../workflows/views.ts'

type TemplateRequest = FastifyRequest<{Params: {template: string}}>
type InstanceRequest = FastifyRequest<{Params: {template: string; instance: string}}>

const manyPath = '/workflow/workflows/:template/instances'
const onePath = `${manyPath}/:instance`

const startFields = {
  input_vars: object(),
  group_uuid: uuid(),
  start_state: string(),
  version: string(),
  group_name: string({max: 200}),
}

/** The workflow service: instances, which are runs of templates. */
export function workflowInstances(app: FastifyInstance, sandbox: Sandbox): void {
  const {store, clock} = sandbox
  const instances = store.collection(instanceRecords)

  // The engine is loaded when there is something to run.
  sandbox.agenda.register(runKind, {
    load: async () => (await import('../workflows/run-instance.ts')).runInstance(sandbox),
  })

  app.get(manyPath, (request: TemplateRequest) => {
    const {uuid: template} = mustFindTemplate(store, request.caller, request.params.template)
    const {version} = filtersOf(request, ['version'])
    const where = {
      template_uuid: template,
      result_type: 'running',
      ...(version !== undefined && {template_version: version}),
    }
    return mapItems(listCollection(request, instances, {where}), (instance) => instanceView(store, instance))
  })

  app.get(onePath, (request: InstanceRequest) => ({object: instanceView(store, mustFindInstance(sandbox, request))}))

  app.post(manyPath, async (request: TemplateRequest) => {
    const choices = readBody(request, {return_workflow_vars: boolean(), wait_until_finish: boolean()})
    const started = start(sandbox, request)
    const shown = choices.wait_until_finish === true ? await finished(sandbox, started.uuid) : started
    const {workflow_vars: vars, ...view} = instanceView(store, shown)
    return {
      ...view,
      ...(choices.return_workflow_vars !== false && {workflow_vars: vars}),
      ...(choices.wait_until_finish === true && {result_type: shown.result_type}),
    }
  })

  app.post(`${manyPath}/exec`, async (request: TemplateRequest, reply) => {
    const body = readBody(request, {workflow_vars_path: string(), response_content_type: string({max: 100})})
    const ended = await finished(sandbox, start(sandbox, request).uuid)
    if (ended.result_type === 'running') throw new Refusal(504, `The workflow is still running: ${ended.uuid}.`)
    const selected = valueAt(ended.run.vars, body.workflow_vars_path ?? '') ?? null
    const type = body.response_content_type ?? 'application/json'
    return reply.type(type).send(asContent(selected, type))
  })

  app.delete(onePath, (request: InstanceRequest, reply) => {
    store.transaction(() => {
      const instance = mustFindInstance(sandbox, request)
      if (instance.result_type !== 'running') throw notFound(`A running instance ${instance.uuid}`)
      endInstance(sandbox, instance, 'cancelled', clock.now())
    })
    return reply.code(204).send()
  })
}

function start(sandbox: Sandbox, request: TemplateRequest): StoredInstance {
  const {version, input_vars = {}, ...options} = readBody(request, startFields)
  const {caller, params} = request
  return sandbox.store.transaction(() => {
    const template = mustFindTemplate(sandbox.store, caller, params.template, version)
    const owner = {account_uuid: template.account_uuid, user_uuid: caller.user.uuid}
    return startInstance(sandbox, template, {...options, input_vars, ...owner})
  })
}

function mustFindInstance({store}: Sandbox, {caller, params}: InstanceRequest): StoredInstance {
  const found = store.collection(instanceRecords).get(params.instance)
  if (found?.template_uuid !== params.template || !caller.sees(found.account_uuid)) {
    throw notFound(`Workflow instance ${params.instance}`)
  }
  return found
}

/** JSON, unless the type is another one and the value is a text. */
function asContent(value: JsonValue, type: string): string {
  return /[/+]json\b/i.test(type) || typeof value !== 'string' ? JSON.stringify(value) : value
}
