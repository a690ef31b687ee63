import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {formStatuses} from '../../lib/forms/form.ts'
import {boolean, dateTime, object, oneOf, readBody, required, string, uuid} from '../fields.ts'
import {
  forms as formRecords,
  formTemplates,
  formView,
  removeForm,
  type StoredForm,
  submissions,
} from '../forms/forms.ts'
import {filtersOf, includedIn, listCollection, mapItems} from '../lists.ts'
import {given} from '../record-fields.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type FormRequest = FastifyRequest<{Params: {form: string}; Querystring: {account_uuid?: string}}>

const filterable = [
  ...['uuid', 'status', 'name', 'template_uuid', 'application_uuid', 'due_date'],
  ...['allow_anonymous_submission', 'allow_submission_update'],
]

/** The forms service: forms, and what people filled in. */
export function forms(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const records = store.collection(formRecords)

  const mustFind = ({caller, params}: FormRequest): StoredForm => {
    const form = records.get(params.form)
    if (!form || !caller.sees(form.account_uuid)) throw notFound(`Form ${params.form}`)
    return form
  }

  app.get('/forms/forms', (request: FormRequest) => {
    const {uuid: account} = request.caller.mustSee(request.query.account_uuid ?? request.caller.account.uuid)
    const where = {...filtersOf(request, filterable), account_uuid: account}
    return mapItems(listCollection(request, records, {where}), (form) => formView(form, includedIn(request)))
  })

  app.get('/forms/forms/:form', (request: FormRequest) => formView(mustFind(request), includedIn(request)))

  app.post('/forms/forms', (request, reply) => {
    const form = createForm(sandbox, request)
    return reply.code(201).send(formView(form, includedIn(request)))
  })

  app.delete('/forms/forms/:form', (request: FormRequest, reply) => {
    const {uuid: form} = mustFind(request)
    store.transaction(() => removeForm(store, form))
    return reply.accepted(`/forms/forms/${form}`, {outcome: 'gone'})
  })

  app.get('/forms/forms/:form/submission', (request: FormRequest) => {
    const {uuid: form, account_uuid} = mustFind(request)
    if ((request.query.account_uuid ?? account_uuid) !== account_uuid) throw notFound(`Form ${form} in that account`)
    const where = {...filtersOf(request, ['uuid', 'user_uuid', 'status']), form_uuid: form}
    return listCollection(request, store.collection(submissions), {where})
  })
}

/** A new form, with the definition that its template has now. */
function createForm({store}: Sandbox, request: FastifyRequest): StoredForm {
  const body = readBody(request, {
    account_uuid: required(uuid()),
    status: oneOf(formStatuses),
    name: required(string({max: 200})),
    allow_anonymous_submission: boolean(),
    allow_submission_update: boolean(),
    template_uuid: required(uuid()),
    application_uuid: uuid(),
    metadata: object(),
    due_date: dateTime(),
  })
  return store.transaction(() => {
    request.caller.mustSee(body.account_uuid)
    const template = store.collection(formTemplates).get(body.template_uuid)
    if (!template || !request.caller.sees(template.account_uuid)) throw notFound(`Template ${body.template_uuid}`)
    const {account_uuid, name, template_uuid, ...rest} = body
    const fixed = {uuid: randomUUID(), account_uuid, name, template_uuid, form: template.form}
    return store.collection(formRecords).put({...fixed, ...defaults, ...given(rest)})
  })
}

const defaults = {
  status: 'active',
  allow_anonymous_submission: true,
  allow_submission_update: true,
  metadata: {},
} as const
