import {describe, expect, test} from 'vitest'
import {type Form, type Submission} from '../../src/lib/forms/form.ts'
import {type FormTemplate} from '../../src/lib/forms/template.ts'
import {forms, formTemplates, submissions} from '../../src/sandbox/forms/forms.ts'
import {seededAccess, seededLocationUuid, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, problemsOf, signedIn} from './support.ts'

const {accountUuid: ours} = seededAccess
const nobody = '00000000-0000-4000-8000-000000000000'
const definition = {display: 'form', components: [{type: 'textfield', key: 'phone'}]}
const wanted = {name: 'Call me back', description: 'One question', form: definition}

async function administrator() {
  const sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  const list = async <Item>(path: string) => ((await send(`GET ${path}`)).json() as {items: Item[]}).items
  const template = (changes: object = {}) => send(`POST /forms/template`, {...wanted, ...changes})
  const made = async () => (await template()).json() as Required<FormTemplate>
  const form = (changes: object) => send('POST /forms/forms', {account_uuid: ours, name: 'Call', ...changes})
  return {sandbox, send, list, template, made, form}
}

describe('a form template', () => {
  test('is created, and shows its definition only when asked', async () => {
    const {send, list, template} = await administrator()
    const reply = await template()
    const made = reply.json() as Required<FormTemplate>
    expect(reply.status).toBe(201)
    expect(made).toEqual({uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, account_uuid: ours, ...wanted})
    const {form, ...plain} = made
    expect((await send(`GET /forms/template/${made.uuid}`)).json()).toEqual(plain)
    expect((await send(`GET /forms/template/${made.uuid}?include=form_definition`)).json()).toEqual({...plain, form})
    expect((await list<FormTemplate>('/forms/template')).at(-1)).toEqual(plain)
    expect((await list<FormTemplate>('/forms/template?include=form_definition')).at(-1)).toEqual(made)
  })

  test('needs no more than a name', async () => {
    const {send, template} = await administrator()
    const reply = await template({description: undefined, form: undefined})
    expect(reply.json()).toMatchObject({description: '', form: {display: 'form', components: []}})
    expect(problemsOf(await send('POST /forms/template', {form: 'x'}))).toEqual([
      'name is required',
      'form must be an object',
    ])
  })

  test('is of the account that is named, and listed there', async () => {
    const {send, list, template} = await administrator()
    const made = (await template({account_uuid: seededLocationUuid})).json() as FormTemplate
    const listed = await list<FormTemplate>(`/forms/template?account_uuid=${seededLocationUuid}`)
    expect(listed.map(({uuid}) => uuid)).toEqual([made.uuid])
    expect(await list('/forms/template')).toHaveLength(2)
    expect((await send('GET /forms/template?limit=1&offset=1')).json()).toMatchObject({
      metadata: {total: 2, offset: 1, count: 1, limit: 1},
    })
  })

  test('is replaced whole; forms that were made from it stay as they are', async () => {
    const {send, made, form} = await administrator()
    const {uuid} = await made()
    const {uuid: formUuid} = (await form({template_uuid: uuid})).json() as Form
    const changed = {display: 'wizard', components: []}
    const reply = await send(`PUT /forms/template/${uuid}`, {name: 'Changed', form: changed})
    expect([reply.status, reply.json()]).toEqual([
      200,
      {uuid, account_uuid: ours, name: 'Changed', description: '', form: changed},
    ])
    const {form: kept} = (await send(`GET /forms/forms/${formUuid}?include=form_definition`)).json() as Form
    expect(kept).toEqual(definition)
  })

  test('is deleted, and gone', async () => {
    const {send, list, made} = await administrator()
    const {uuid} = await made()
    const reply = await send(`DELETE /forms/template/${uuid}`)
    expect(reply).toMatchObject({status: 202, text: ''})
    expect(reply.headers['location']).toMatch(new RegExp(`/forms/template/${uuid}$`))
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect((await send(`${method} /forms/template/${uuid}`, method === 'PUT' ? wanted : undefined)).status).toBe(404)
    }
    expect(await list('/forms/template')).toHaveLength(2)
  })
})

describe('a form', () => {
  test('is created from a template with what was not said filled in', async () => {
    const {send, made, form, list} = await administrator()
    const {uuid: template_uuid} = await made()
    const reply = await form({template_uuid})
    const created = reply.json() as Form
    expect(reply.status).toBe(201)
    expect(created).toEqual({
      uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      account_uuid: ours,
      status: 'active',
      name: 'Call',
      template_uuid,
      allow_anonymous_submission: true,
      allow_submission_update: true,
    })
    expect((await send(`GET /forms/forms/${created.uuid}`)).json()).toEqual(created)
    expect(await list(`/forms/forms?template_uuid=${template_uuid}`)).toEqual([created])
  })

  test('keeps all that was said, and shows metadata and definition when asked', async () => {
    const {send, made, form} = await administrator()
    const {uuid: template_uuid} = await made()
    const said = {
      status: 'inactive',
      allow_anonymous_submission: false,
      allow_submission_update: false,
      application_uuid: nobody,
      due_date: '2027-03-31',
    }
    const created = (await form({template_uuid, metadata: {a: 1}, ...said})).json() as Form
    expect(created).toMatchObject(said)
    const shown = async (include: string) =>
      (await send(`GET /forms/forms/${created.uuid}?include=${include}`)).json() as Form
    expect(await shown('metadata')).toEqual({...created, metadata: {a: 1}})
    expect(await shown('form_definition')).toEqual({...created, form: definition})
    expect(await shown('metadata,form_definition')).toEqual({...created, metadata: {a: 1}, form: definition})
  })

  test.each([
    [{name: undefined}, 400, 'name is required'],
    [{account_uuid: undefined}, 400, 'account_uuid is required'],
    [{template_uuid: undefined}, 400, 'template_uuid is required'],
    [{status: 'open'}, 400, 'status must be one of active, inactive'],
    [{allow_anonymous_submission: 'yes'}, 400, 'allow_anonymous_submission must be true or false'],
    [{metadata: []}, 400, 'metadata must be an object'],
    [{due_date: 'soon'}, 400, 'due_date must be a date and time like 2026-03-31T08:00:00Z'],
    [{template_uuid: nobody}, 404],
    [{account_uuid: seededNeighbour.accountUuid}, 404],
  ])('is refused with %o', async (changes, status, ...problems) => {
    const {list, made, form} = await administrator()
    const reply = await form({template_uuid: (await made()).uuid, ...changes})
    expect([reply.status, status === 400 ? problemsOf(reply) : []]).toEqual([status, problems])
    expect(await list('/forms/forms')).toHaveLength(2)
  })

  test.each([
    ['status=inactive', ['Survey of 2024']],
    ['name=Patient%20intake&unknown=x', ['Patient intake']],
    ['allow_anonymous_submission=true&limit=1', ['Patient intake']],
    ['allow_anonymous_submission=false', []],
    [`account_uuid=${seededLocationUuid}`, []],
  ])('is selected by %s', async (query, names) => {
    const {list} = await administrator()
    expect((await list<Form>(`/forms/forms?${query}`)).map(({name}) => name)).toEqual(names)
  })

  test('is deleted with what people filled in', async () => {
    const {sandbox, send, list} = await administrator()
    const [intake] = await list<Form>('/forms/forms')
    const reply = await send(`DELETE /forms/forms/${intake?.uuid}`)
    expect(reply).toMatchObject({status: 202, text: ''})
    expect(sandbox.store.collection(submissions).count()).toBe(0)
    for (const request of ['GET', 'DELETE'].map((method) => `${method} /forms/forms/${intake?.uuid}`)) {
      expect((await send(request)).status, request).toBe(404)
    }
    expect((await send(`GET /forms/forms/${intake?.uuid}/submission`)).status).toBe(404)
  })
})

describe('submissions', () => {
  test('are listed by form, with exact metadata, and by filters', async () => {
    const {send, list} = await administrator()
    const [intake, survey] = await list<Form>('/forms/forms')
    const path = `/forms/forms/${intake?.uuid}/submission`
    const all = await list<Submission>(path)
    expect(all.map(({data}) => data['name'])).toEqual(['Iris Boyd', 'Jonas Pratt', 'Kim Vega'])
    expect((await send(`GET ${path}?limit=2&offset=2`)).json()).toEqual({
      items: all.slice(2),
      metadata: {total: 3, offset: 2, count: 1, limit: 2},
    })
    expect(await list(`${path}?user_uuid=${seededReader.userUuid}&account_uuid=${ours}`)).toEqual([all[1]])
    expect(await list(`/forms/forms/${survey?.uuid}/submission`)).toEqual([])
    expect((await send(`GET ${path}?account_uuid=${seededLocationUuid}`)).status).toBe(404)
  })
})

test('forms and templates of accounts that are not visible do not exist', async () => {
  const {sandbox, send, made, form} = await administrator()
  const {uuid: template_uuid} = await made()
  const {uuid} = (await form({template_uuid})).json() as Form
  const neighbour = await signedIn(sandbox, seededNeighbour)
  const body = {name: 'x', account_uuid: seededNeighbour.accountUuid, template_uuid}
  for (const request of [
    `GET /forms/forms/${uuid}`,
    `GET /forms/forms/${uuid}/submission`,
    `DELETE /forms/forms/${uuid}`,
    `GET /forms/template/${template_uuid}`,
    `PUT /forms/template/${template_uuid}`,
    `DELETE /forms/template/${template_uuid}`,
    `GET /forms/forms?account_uuid=${ours}`,
    `GET /forms/template?account_uuid=${ours}`,
    'POST /forms/forms',
  ]) {
    expect((await neighbour(request, /^P/.test(request) ? body : undefined)).status, request).toBe(404)
  }
  expect((await send(`GET /forms/forms/${uuid}`)).status).toBe(200)
})

test('forms and templates go with their account', async () => {
  const {sandbox, send, template, form} = await administrator()
  const account = {account_uuid: seededLocationUuid}
  const {uuid: template_uuid} = (await template(account)).json() as FormTemplate
  await form({template_uuid, ...account})
  await send(`DELETE /accounts/accounts/${seededLocationUuid}`)
  expect(sandbox.store.collection(forms).count({where: account})).toBe(0)
  expect(sandbox.store.collection(formTemplates).count({where: account})).toBe(0)
})

test('a user who may only read is refused changes', async () => {
  const send = await signedIn(freshSandbox(10), seededReader)
  expect((await send('POST /forms/template', wanted)).status).toBe(403)
  expect((await send('POST /forms/forms', {})).status).toBe(403)
  expect((await send('GET /forms/forms')).status).toBe(200)
})
