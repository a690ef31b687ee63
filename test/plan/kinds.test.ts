import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest'
import {SandboxWorld} from '../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

/** One of each kind, and what refers to what. */
const account = `
variables: {town: Sarasota}
campaigns:
  - display_name: Recalls
    description: Sunrise Dental of \${town} reminds patients who asked for it that a check-up is due, twice a year.
    usecase_id: CUSTOMER_CARE
    message_flow: Patients tick a box of its own on the form at https://sunrise.example/sms, which says how often we write, that message and data rates may apply, and how to use STOP and HELP.
    sample_messages:
      - "Sunrise Dental: your check-up is due. Call us to book. Reply STOP to cancel."
      - "Sunrise Dental: shall we keep Tuesday at 9 for you? Reply STOP to cancel."
numbers:
  - {number: (941) 234-0001, reference_id: front-desk, help_text: "Call us in \${town}.", campaign: Appointment reminders}
  - {count: 3, area_code: 941, reference_id: recalls, help_text: "Call us.", campaign: CSMILE1}
identities:
  - {username: eve@sunrise.example, first_name: Eve, last_name: Lund, email: eve@sunrise.example, password: {env: EVE_PASSWORD}}
permissions:
  - {name: object.archive, resource_type: object, action: archive, description: Puts it away}
roles:
  - {name: Archive, description: Puts things away, permissions: [object.archive, object.read]}
groups:
  - {name: Archivists, description: Who puts things away, members: [eve@sunrise.example], roles: [Archive]}
  - {name: Front desk, members: [admin@sunrise.example, eve@sunrise.example]}
subscriptions:
  - {callback_url: "http://127.0.0.1:4021/\${town}", headers: {authorization: {env: HOOK_KEY}}, events: {sms: [number_provisioned]}}
short_urls:
  - {short_code: may, url: "https://sunrise.example/may", max_view_count: 100}
  - {short_code: parking, url: "https://sunrise.example/parking/new"}
form_templates:
  - name: Call me back
    form: {display: form, components: [{type: textfield, key: phone, label: Your number, input: true}]}
murano_solutions:
  - {name: greenhouse, type: product}
workflow_templates:
  - name: Pause
    version: 1.0.0
    states: [{name: begin, type: start}, {name: end, type: finish}]
    transitions:
      - name: wait
        start_state: begin
        next_state: end
        condition: {type: wait, data: {wait_condition: {wait_value: 60000}}}
`

test('what a file wants of each kind is planned, applied in order, and then there, and exported as it is', async () => {
  Object.assign(world.env, {EVE_PASSWORD: 'Much-longer-than-8', HOOK_KEY: 'hook-key-in-nobodys-sight'})
  writeFileSync(join(world.home, 'account.yaml'), account)
  const plan = await world.run(['plan', '-f', 'account.yaml', '--exit-code'])
  expect(plan).toMatchObject({exitCode: 11})
  expect(plan.stderr).toBe('13 to create, 2 to change, 1 to replace; 4 cost money, 1 cannot be undone.')
  expect(plan.stdout).not.toContain('hook-key')

  const priced = await world.run(['plan', '-f', 'account.yaml', '--price', 'numbers=1.5', '-o', 'json'])
  const costs = JSON.parse(priced.stdout) as {kind: string; action: string; costs_money: boolean; cost: number | null}[]
  expect(costs.filter(({costs_money: costs}) => costs).map(({kind, cost}) => [kind, cost])).toEqual([
    ['campaigns', null],
    ...Array.from({length: 3}, () => ['numbers', 1.5]),
  ])
  expect((await world.run(['plan', '-f', 'account.yaml', '--price', 'numbers=1.5', '-o', 'table'])).stderr).toContain(
    '4 cost money (4.50, without campaigns), 1 cannot be undone.',
  )
  const apply = ['apply', '-f', 'account.yaml', '-y', '--max-cost', '10', '--price', 'numbers=1.5']
  expect(await world.fails(2, ...apply)).toContain('--price campaigns=AMOUNT')
  expect(await world.fails(2, ...apply, '--price', 'campaigns=10')).toContain(
    'The changes cost 14.50, more than --max-cost 10.',
  )
  expect(await world.fails(2, ...apply, '--price', 'roles=1')).toContain('no kind “roles” costs money')

  const rows = await world.json<{kind: string; action: string; outcome: string}[]>(...apply, '--price', 'campaigns=5.5')
  expect(rows.filter(({outcome}) => outcome !== 'done')).toEqual([])
  expect(rows.filter(({kind}) => kind === 'short_urls').map(({action}) => action)).toEqual(['create', 'replace'])

  const ledger = await world.json<{cost: number | null}[]>('ledger', 'list', '--all')
  expect(ledger.flatMap(({cost}) => cost ?? []).sort()).toEqual([4.5, 5.5])

  expect(await world.json('plan', '-f', 'account.yaml', '--exit-code')).toEqual([])
  expect(await world.json('apply', '-f', 'account.yaml')).toEqual([])
  writeFileSync(join(world.home, 'exported.yaml'), await world.ok('export'))
  expect(readFileSync(join(world.home, 'exported.yaml'), 'utf8')).not.toContain('hook-key')
  expect(await world.json('plan', '-f', 'exported.yaml', '--prune', '--exit-code')).toEqual([])
  writeFileSync(join(world.home, 'exported.json'), await world.ok('export', '-o', 'json'))
  expect(await world.json('plan', '-f', 'exported.json', '--prune', '--exit-code')).toEqual([])
})

test('changes in place reach each kind, and with --prune what a section does not name goes', async () => {
  const changed = `
numbers:
  - {number: "+19412340001", reference_id: back-desk, campaign: null}
  - {count: 2, area_code: 941, reference_id: recalls}
identities:
  - {username: eve@sunrise.example, phone: "+19415550123"}
  - {username: admin@sunrise.example}
roles:
  - {name: Archive, description: Puts all away, permissions: [object.archive, object.read, object.update]}
groups:
  - {name: Archivists, members: [admin@sunrise.example], roles: [Texting]}
subscriptions:
  - {callback_url: http://127.0.0.1:4021/Sarasota, events: {sms: [number_provisioned, number_released]}}
form_templates:
  - {name: Call me back, description: For those in a hurry}
workflow_templates:
  - {name: Pause, version: 1.1.0, description: Waits a minute}
`
  writeFileSync(join(world.home, 'changed.yaml'), changed)
  const rows = await world.json<{outcome: string}[]>('apply', '-f', 'changed.yaml', '-y')
  expect(rows.filter(({outcome}) => outcome !== 'done')).toEqual([])
  expect(await world.json('plan', '-f', 'changed.yaml')).toEqual([])
  writeFileSync(join(world.home, 'numbers.yaml'), 'numbers:\n- {count: 2, area_code: 941, reference_id: recalls}\n')
  const [first, ...others] = await world.json<{action: string; cannot_be_undone: boolean}[]>(
    ...['plan', '-f', 'numbers.yaml', '--prune'],
  )
  expect([first!, ...others].every(({action, cannot_be_undone: last}) => action === 'release' && last)).toBe(true)
  const pruned = await world.json<{outcome: string}[]>('apply', '-f', 'numbers.yaml', '--prune', '-y')
  expect(pruned).toHaveLength(others.length + 1)
  expect(await world.json('numbers', 'list', '--all')).toHaveLength(2)
})

test('a new account gets its brand, campaign and numbers as each is decided, and nothing twice meanwhile', async () => {
  const place = '3e14fcef-ef5b-5d57-924f-338d593acfee'
  writeFileSync(
    join(world.home, 'place.yaml'),
    `account: ${place}
brand:
  {legal_name: Acme Dental LLC, brand_name: Acme Dental, organization_type: PRIVATE_PROFIT, e_i_n: 12-3456789, vertical: HEALTHCARE,
   address: 1 Main St, city: Sarasota, state: FL, postal_code: "34236", website: https://acmedental.example,
   email_address: office@acmedental.example, phone_number: "+19412340001"}
${account.slice(account.indexOf('campaigns:'), account.indexOf('numbers:')).replaceAll('${town}', 'Venice').replaceAll('Sunrise', 'Acme')}
numbers:
  - {count: 2, area_code: 941, reference_id: acme, campaign: Recalls}
`,
  )
  const apply = async () => {
    const {exitCode, stdout} = await world.run(['apply', '-f', 'place.yaml', '-y', '-o', 'json'])
    const rows = JSON.parse(stdout) as {kind: string; action: string; outcome: string}[]
    return {exitCode, rows: rows.map(({action, kind, outcome}) => `${action} ${kind} ${outcome}`)}
  }
  const assigning = ['change numbers waiting', 'change numbers waiting']
  expect(await apply()).toEqual({
    exitCode: 8,
    rows: [
      ...['create brand done', 'create campaigns waiting'],
      ...['create numbers done', 'create numbers done', ...assigning],
    ],
  })
  await world.ok('sandbox', 'clock', 'advance', '30d')
  expect(await apply()).toEqual({exitCode: 8, rows: ['create campaigns done', ...assigning]})
  await world.ok('sandbox', 'clock', 'advance', '30d')
  expect(await apply()).toEqual({exitCode: 0, rows: ['change numbers done', 'change numbers done']})
  expect(await apply()).toEqual({exitCode: 0, rows: []})
  expect(await world.json('numbers', 'list', '--account', place)).toHaveLength(2)
})

test('so many in an area code are any that the account has there, but for those that others name', async () => {
  const fresh = new SandboxWorld()
  onTestFinished(() => fresh.dispose())
  const {length: held} = await fresh.json<object[]>('numbers', 'list', '--all')
  const plan = (any: number) => {
    const text = `numbers:\n- {count: ${any}, area_code: 941}\n- {count: 2, area_code: 941, reference_id: desk}\n`
    writeFileSync(join(fresh.home, 'numbers.yaml'), `${text}- number: (941) 234-0001\n`)
    return fresh.json<{kind: string; name: string}[]>('plan', '-f', 'numbers.yaml')
  }
  expect((await plan(held - 1)).map(({name}) => name)).toEqual(['941 desk #1', '941 desk #2'])
  expect((await plan(held)).map(({name}) => name)).toEqual(['941 desk #1', '941 desk #2', `941 #${held}`])
  await fresh.ok('apply', '-f', 'numbers.yaml', '-y')
  expect(await plan(held)).toEqual([])
  expect(await fresh.json('numbers', 'list', '--all')).toHaveLength(held + 3)
})
