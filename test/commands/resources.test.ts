import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest'
import {type Resource} from '../../src/lib/resources/resource.ts'
import {type Row} from '../../src/lib/resources/row.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {rows} from '../../src/sandbox/resources/resources.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'

const seeded = 'IHB23X0B4LoNFLghRM7S'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

test('a resource lives: template, resource, rows, a row less', async () => {
  const schema = '{"properties": {"title": {"type": "string"}}}'
  const template = await world.ok(
    'resources',
    'templates',
    'register',
    '--name',
    'tasks',
    '--schema',
    schema,
    '-o',
    'id',
  )
  const resource = await world.json<Resource>('resources', 'create', '--template', template, '--name', 'Mine')
  expect(resource).toMatchObject({type: 'tasks', account_uuid: seededAccess.accountUuid})
  const add = ['resources', 'rows', 'add', resource.uuid]
  const first = await world.json<Row>(...add, '-F', 'content.title=One')
  await world.ok(...add, '-F', 'content.title=Two')
  expect(await world.json('resources', 'rows', 'get', resource.uuid, first.uuid)).toEqual(first)
  await world.ok('resources', 'rows', 'delete', resource.uuid, first.uuid, '--yes')
  const left = await world.json<Row[]>('resources', 'rows', 'list', '--type', 'tasks')
  expect(left.map(({content}) => content)).toEqual([{title: 'Two'}])
})

test('rows add sends the resource along', async () => {
  const curl = await world.ok('resources', 'rows', 'add', seeded, '-F', 'content.a=1', '--dry-run')
  expect(JSON.parse(/--data-raw '(.*)'/.exec(curl)?.[1] ?? '')).toEqual({
    content: {a: 1},
    resource_instance_uuid: seeded,
  })
})

test('templates register is for the account, or for the user that --user names', async () => {
  const register = ['resources', 'templates', 'register', '--name', 'x', '--schema', '{}']
  const {accountUuid, userUuid} = seededAccess
  expect(await world.request(...register)).toBe(`POST /resourcecms/account/${accountUuid}/register`)
  expect(await world.request(...register, '--account', userUuid)).toBe(`POST /resourcecms/account/${userUuid}/register`)
  expect(await world.request(...register, '--user', userUuid)).toBe(`POST /resourcecms/user/${userUuid}/register`)
  const said = await world.fails(2, ...register, '--user', userUuid, '--account', accountUuid)
  expect(said).toContain('--account and --user cannot be given together')
})

test('rows list asks for rows whatever else is included, in pages of their own', async () => {
  const list = ['resources', 'rows', 'list', seeded]
  const path = `GET /resourcecms/instance/${seeded}/`
  expect(await world.request(...list)).toBe(`${path}?include=rows&rows.offset=0&rows.limit=100`)
  const more = ['--include', 'references', '--expand', 'references', '--reference-filter', 'a::b']
  expect(await world.request(...list, ...more, '--offset', '5', '--limit', '7')).toBe(
    `${path}?expand=references&include=rows%2Creferences&reference_filter=a%3A%3Ab&rows.offset=5&rows.limit=7`,
  )
})

test('rows list fetches as many pages as it takes', async () => {
  const full = new SandboxWorld()
  onTestFinished(() => full.dispose())
  await full.inside(({store}) => {
    for (let nth = 0; nth < 250; nth++) {
      const content = {firstname: `N${nth}`}
      store.collection(rows).put({uuid: `row${nth}`, resource_instance_uuid: seeded, content, references: []})
    }
  })
  const ids = await full.ok('resources', 'rows', 'list', '--type', 'cwa_mass_contact', '--all', '-o', 'id')
  expect(new Set(ids.split('\n')).size).toBe(253)
  const some = await full.ok('resources', 'rows', 'list', seeded, '--offset', '251', '-o', 'id')
  expect(some.split('\n')).toEqual(['row248', 'row249'])
})

test('rows list --type of a type that nothing has is not found, and nothing else is asked for', async () => {
  const said = await world.fails(5, 'resources', 'rows', 'list', '--type', 'nonesuch', '--debug')
  expect(said).toContain('There is no resource of the type nonesuch.')
  expect(said.match(/\bGET \S*resourcecms\S*/g)).toHaveLength(1)
  expect(said).not.toContain('undefined')
})

test('rows list takes a resource or a type, and needs one', async () => {
  expect(await world.fails(2, 'resources', 'rows', 'list')).toContain('Missing RESOURCE')
  await world.fails(2, 'resources', 'rows', 'list', seeded, '--type', 'cwa_mass_contact')
  expect(await world.request('resources', 'rows', 'list', '--type', 'x')).toBe('GET /resourcecms/instance/?type=x')
})

test('rows search sends one condition or several as a list', async () => {
  const search = ['resources', 'rows', 'search', seeded]
  const flags = ['-F', 'column=lastname', '-F', 'term=Boyd', '-F', 'operation==']
  const curl = await world.ok(...search, ...flags, '--dry-run')
  expect(JSON.parse(/--data-raw '(.*)'/.exec(curl)?.[1] ?? '')).toEqual([
    {column: 'lastname', term: 'Boyd', operation: '='},
  ])
  expect((await world.json<Row[]>(...search, ...flags)).map(({content}) => content?.['firstname'])).toEqual([
    'Iris',
    'Jonas',
  ])
  expect(await world.fails(2, ...search, '-F', 'column=lastname')).toContain('term is missing')
})

test('rows relate makes relations that rows list shows', async () => {
  const [iris, jonas] = ['kQ2mZr81TnVb5YcXw0Aa', 'pL7sDf42HgJk9MnBv3Cc'] as const
  await world.ok('resources', 'rows', 'relate', iris, '--body', `["${jonas}"]`)
  const [first] = await world.json<Row[]>('resources', 'rows', 'list', seeded, '--include', 'references')
  expect(first).toMatchObject({uuid: iris, references: [jonas]})
})
