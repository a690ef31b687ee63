import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type FormTemplate} from '../../lib/forms/template.ts'
import {object, readBody, required, string, uuid} from '../fields.ts'
import {formTemplates, templateView} from '../forms/forms.ts'
import {includedIn, listCollection, mapItems} from '../lists.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type TemplateRequest = FastifyRequest<{Params: {template: string}; Querystring: {account_uuid?: string}}>

const fields = {
  name: required(string({max: 200})),
  description: string(),
  account_uuid: uuid(),
  form: object(),
}

/** The forms service: what forms are made from. */
export function formTemplateRoutes(app: FastifyInstance, {store}: Sandbox): void {
  const templates = store.collection(formTemplates)

  const mustFind = ({caller, params}: TemplateRequest): Required<FormTemplate> => {
    const template = templates.get(params.template)
    if (!template || !caller.sees(template.account_uuid)) throw notFound(`Template ${params.template}`)
    return template
  }

  app.get('/forms/template', (request: TemplateRequest) => {
    const {uuid: account} = request.caller.mustSee(request.query.account_uuid ?? request.caller.account.uuid)
    const page = listCollection(request, templates, {where: {account_uuid: account}})
    return mapItems(page, (template) => templateView(template, includedIn(request)))
  })

  app.get('/forms/template/:template', (request: TemplateRequest) =>
    templateView(mustFind(request), includedIn(request)),
  )

  app.post('/forms/template', (request, reply) => {
    const {name, description = '', account_uuid, form = emptyForm} = readBody(request, fields)
    const {uuid: account} = request.caller.mustSee(account_uuid ?? request.caller.account.uuid)
    const template = {uuid: randomUUID(), name, description, account_uuid: account, form}
    return reply.code(201).send(templates.put(template))
  })

  app.put('/forms/template/:template', (request: TemplateRequest) => {
    const body = readBody(request, fields)
    return store.transaction(() => {
      const {uuid: self, account_uuid} = mustFind(request)
      const {uuid: account} = request.caller.mustSee(body.account_uuid ?? account_uuid)
      const {name, description = '', form = emptyForm} = body
      return templates.put({uuid: self, name, description, account_uuid: account, form})
    })
  })

  app.delete('/forms/template/:template', (request: TemplateRequest, reply) => {
    const {uuid: template} = mustFind(request)
    templates.delete(template)
    return reply.accepted(`/forms/template/${template}`, {outcome: 'gone'})
  })
}

const emptyForm = {display: 'form', components: []}
