import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {readObject} from '../fields.ts'
import {filtersOf, listArray, mapItems} from '../lists.ts'
import {badRequest, conflict} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {type StoredTemplate, templates as templateRecords} from '../workflows/records.ts'
import {checkedTemplate} from '../workflows/template-checks.ts'
import {
  mustFindTemplate,
  newestVersions,
  storedTemplate,
  templateKey,
  templateView,
  versionsOf,
} from '../workflows/templates.ts'

type TemplateRequest = FastifyRequest<{Params: {template: string; version: string}}>
type Query = Readonly<Record<string, string | undefined>>

/** The workflow service: templates and their versions. */
export function workflowTemplates(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const templates = store.collection(templateRecords)

  app.get('/workflow/workflows', (request) => {
    const filters = filtersOf(request, ['status', 'name', 'version'])
    const found = templates.find({where: {...filters, account_uuid: request.caller.visibleAccounts()}})
    const shown = (request.query as Query)['show_versions'] === 'true' ? found : newestVersions(found)
    return mapItems(listArray(request, shown), templateView)
  })

  app.get('/workflow/workflows/:template', (request: TemplateRequest) => {
    const versions = versionsOf(store, request.caller, request.params.template)
    const [newest] = versions as [StoredTemplate]
    const isExpanded = (request.query as Query)['expand'] === 'versions'
    return {...templateView(newest), ...(isExpanded && {versions: versions.map(({version}) => version)})}
  })

  app.get('/workflow/workflows/:template/:version', (request: TemplateRequest) =>
    templateView(mustFindTemplate(store, request.caller, request.params.template, request.params.version)),
  )

  app.post('/workflow/workflows', async (request) => {
    const template = await checkedTemplate(readObject(request))
    return store.transaction(() => {
      const uuid = template.uuid ?? randomUUID()
      const account = request.caller.mustSee(template.users.account_uuid ?? request.caller.account.uuid).uuid
      const known = templates.first({uuid})
      if (known && !request.caller.sees(known.account_uuid)) throw conflict(`There is a template ${uuid} already.`)
      const stored = storedTemplate({...template, uuid}, known?.account_uuid ?? account)
      if (templates.add(stored)) return templateView(stored)
      throw conflict(`The template ${uuid} has a version ${stored.version} already.`)
    })
  })

  app.put('/workflow/workflows/:template', async (request: TemplateRequest) => {
    const template = await checkedTemplate(readObject(request))
    return store.transaction(() => {
      const {template: uuid} = request.params
      if (template.uuid !== undefined && template.uuid !== uuid) throw otherTemplate()
      const {account_uuid: account} = mustFindTemplate(store, request.caller, uuid, template.version)
      return templateView(templates.put(storedTemplate({...template, uuid}, account)))
    })
  })

  app.delete('/workflow/workflows/:template/:version', (request: TemplateRequest, reply) => {
    const {template, version} = request.params
    mustFindTemplate(store, request.caller, template, version)
    templates.delete(templateKey(template, version))
    return reply.code(204).send()
  })
}

function otherTemplate() {
  return badRequest('The template keeps its uuid.', [{field: 'uuid', message: 'is not the one of the path'}])
}
