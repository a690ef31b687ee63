import {afterAll, beforeAll, expect, test} from 'vitest'
import {type Form} from '../../src/lib/forms/form.ts'
import {type FormTemplate} from '../../src/lib/forms/template.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

test('a form lives: template, form with a due date, definition when asked, deleted', async () => {
  const definition = {display: 'form', components: [{type: 'textfield', key: 'phone'}]}
  const template = await world.json<FormTemplate>(
    ...['forms', 'templates', 'create', '--name', 'Call me back', '--form', JSON.stringify(definition)],
  )
  const words = ['--name', 'Calls', '--template', template.uuid, '--due-date', '2027-03-31', '--status', 'inactive']
  const {uuid} = await world.json<Form>('forms', 'create', ...words, '--no-allow-submission-update')
  expect(await world.json('forms', 'get', uuid, '--include', 'form_definition')).toMatchObject({
    name: 'Calls',
    status: 'inactive',
    due_date: '2027-03-31',
    allow_anonymous_submission: true,
    allow_submission_update: false,
    form: definition,
  })
  expect(await world.json('forms', 'get', uuid)).not.toHaveProperty('form')
  expect(await world.ok('forms', 'list', '--filter', `template_uuid=${template.uuid}`, '-o', 'id')).toBe(uuid)
  expect(await world.json('forms', 'submissions', uuid)).toEqual([])
  await world.fails(2, 'forms', 'delete', uuid)
  await world.ok('forms', 'delete', uuid, '--yes')
  await world.fails(5, 'forms', 'get', uuid)
})

test('templates update keeps the definition, or what is not named of it', async () => {
  const [first] = await world.json<FormTemplate[]>('forms', 'templates', 'list')
  const {uuid = ''} = first ?? {}
  const whole = ['forms', 'templates', 'get', uuid, '--include', 'form_definition']
  const before = await world.json<Required<FormTemplate>>(...whole)
  await world.ok('forms', 'templates', 'update', uuid, '-F', 'form.display=wizard')
  expect(await world.json(...whole)).toEqual({...before, form: {...before.form, display: 'wizard'}})
})

test('a definition that is none is refused before anything is sent', async () => {
  const create = ['forms', 'templates', 'create', '--name', 'X', '--form']
  expect(await world.fails(2, ...create, '{"components": {}}')).toContain('components is an object, and must be a list')
})

test('templates list asks for the account, forms list only where one is named', async () => {
  expect(await world.request('forms', 'templates', 'list')).toContain(`account_uuid=${seededAccess.accountUuid}`)
  expect(await world.request('forms', 'list')).toBe('GET /forms/forms?offset=0&limit=100')
})
