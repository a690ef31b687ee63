import {describe, expect, test} from 'vitest'
import {accountUuid, seededAccess, seededProviders} from '../../src/sandbox/seeded-access.ts'
import {acme, eve, load, refused, small} from './loading-support.ts'
import {freshSandbox, signedIn} from './support.ts'

const {accountUuid: ours, userUuid: admin} = seededAccess

describe('what is wrong', () => {
  test('is told all at once, by file, area, collection, record and field, with near names; nothing is loaded', async () => {
    const sandbox = freshSandbox(10)
    const faults = await refused(
      sandbox,
      small,
      `
acounts: {accounts: []}
identities:
  identites: []
  identities:
    - {username: x, account_uuid: ${ours}, emal: a}
    - {username: y, status: Gone}
    - {username: z, account_uuid: ${eve}}
`,
    )
    expect(faults).toEqual([
      '2.yaml: identities.identities[1].account_uuid is missing.',
      '2.yaml: identities.identities[1].status is “Gone”, and must be one of Active, Inactive.',
      '2.yaml: acounts is no area that can be loaded. Did you mean accounts?',
      '2.yaml: identities.identites is no collection that can be loaded. Did you mean identities?',
      '2.yaml: identities.identities[0].emal is no field that can be loaded. Did you mean email?',
      `2.yaml: identities.identities[2].account_uuid is ${eve}, and there is no such record.`,
    ])
  })

  test.each([
    [
      'a record that there is not',
      `identities: {identities: [{username: x, account_uuid: ${acme}}]}`,
      `1.yaml: identities.identities[0].account_uuid is ${acme}, and there is no such record.`,
    ],
    [
      'a name that is taken',
      `identities: {identities: [{username: admin@sunrise.example, account_uuid: ${ours}}]}`,
      '1.yaml: identities.identities[0].username is admin@sunrise.example, as of another record.',
    ],
    [
      'a number that is taken',
      'accounts: {accounts: [{name: X, number: 1110}]}',
      '1.yaml: accounts.accounts[0].number is 1110, as of another record.',
    ],
    [
      'a name that two have',
      `identities: {identities: [{username: x, account_uuid: ${ours}}, {username: x, account_uuid: ${ours}}]}`,
      '1.yaml: identities.identities[1].username is x, as of another record.',
    ],
    [
      'an account below itself',
      `accounts: {accounts: [{uuid: ${acme}, name: X, parent_uuid: ${acme}}]}`,
      '1.yaml: accounts.accounts[0].parent_uuid leads back to the account itself.',
    ],
    [
      'an account below those below it',
      `accounts: {accounts: [{uuid: ${ours}, name: X, parent_uuid: ${accountUuid('Sunrise Dental Venice')}}]}`,
      '1.yaml: accounts.accounts[0].parent_uuid leads back to the account itself.',
    ],
    [
      'an owner without account',
      'numbers: {numbers: [{number: +19412340050, help_text: x}]}',
      '1.yaml: numbers.numbers[0].account_uuid is missing: help_text need one.',
    ],
    [
      'a number of nowhere',
      'numbers: {numbers: [{number: +12365550100}]}',
      '1.yaml: numbers.numbers[0].rate_center and state are missing: the inventory has no rate centre with that area code.',
    ],
    [
      'a number of elsewhere',
      'numbers: {numbers: [{number: "+4930123456"}]}',
      '1.yaml: numbers.numbers[0].number is +4930123456, and must be one of North America, such as +19412340001.',
    ],
    ['a record without id', 'media: {files: [{file_name: x}]}', '1.yaml: media.files[0].file_id is missing.'],
    [
      'a group that there is not',
      `identities: {identities: [{username: x, account_uuid: ${ours}, groups: [${acme}]}]}`,
      `1.yaml: identities.identities[0].groups has ${acme}, and there is no such record.`,
    ],
    [
      'a workflow that leads nowhere',
      `workflows: {templates: [{uuid: ${acme}, account_uuid: ${ours}, name: X, version: 1.0.0, states: [{name: a, type: start}], transitions: [{name: t, start_state: a, next_state: b, condition: {type: passthrough}}]}]}`,
      '1.yaml: workflows.templates[0].transitions[0].next_state is no state: b.',
    ],
    [
      'a version that there is not',
      `workflows: {instances: [{account_uuid: ${ours}, user_uuid: ${admin}, template_uuid: ${acme}, template_version: 2.0.0}]}`,
      `1.yaml: workflows.instances[0].template_version is 2.0.0, and there is no such version of template ${acme}.`,
    ],
    [
      'a time zone of nowhere',
      `scheduler: {events: [{account_uuid: ${ours}, user_uuid: ${admin}, title: X, start_datetime: 2031-01-06, timezone: Moon/Base}]}`,
      '1.yaml: scheduler.events[0].timezone is Moon/Base, and must be an IANA time zone.',
    ],
    [
      'a form of no template',
      `forms: {forms: [{account_uuid: ${ours}, name: X, template_uuid: ${acme}}]}`,
      `1.yaml: forms.forms[0].template_uuid is ${acme}, and there is no such record.`,
    ],
    [
      'an opt-out of something else',
      'messaging: {opt_outs: [{campaign_id: CSMILE1, number: Bob}]}',
      '1.yaml: messaging.opt_outs[0].number is Bob, and must be in E.164.',
    ],
    ['a list of something else', 'usage: {events: [7]}', '1.yaml: usage.events[0] is 7, and must be an object.'],
    ['something else', '[]', '1.yaml: it is a list, and must be an object.'],
  ])('is %s', async (_, text, fault) => {
    expect(await refused(freshSandbox(100), text)).toEqual([fault])
  })

  test('is a record that two files have', async () => {
    const text = `accounts: {accounts: [{uuid: ${acme}, name: A}]}`
    expect(await refused(freshSandbox(10), text, text)).toEqual([
      `2.yaml: accounts.accounts[0] has the id ${acme}, as 1.yaml: accounts.accounts[0] has.`,
    ])
  })

  test('is not what another file brings along', async () => {
    const [identity, account] = [
      small.slice(small.indexOf('identities:')),
      small.slice(0, small.indexOf('identities:')),
    ]
    expect(await load(freshSandbox(10), identity, account)).toHaveLength(2)
  })
})

describe('with replace', () => {
  test('a collection holds what the file has, and nothing else', async () => {
    const sandbox = freshSandbox(100)
    const file = `replace: true\nproviders: {connections: []}\nnumbers: {numbers: [{number: +19412340001, account_uuid: ${ours}}]}`
    await load(sandbox, file)
    const send = await signedIn(sandbox)
    expect((await send(`GET /providers/users/${admin}/connections`)).json()).toMatchObject({metadata: {total: 0}})
    expect((await send('GET /providers/providers')).json()).toMatchObject({metadata: {total: 3}})
    expect((await send(`GET /sms/provision/numbers/account/${ours}`)).json()).toMatchObject({
      ...{items: [{number: '+19412340001'}], metadata: {total: 1}},
    })
    expect((await send('POST /sms/provision', {numbers: ['+19412340002']})).status).toBe(200)
  })

  test('records that make way are not there to be named', async () => {
    const file = `replace: true\nproviders: {providers: []}\n`
    const other = `providers: {connections: [{provider_uuid: ${seededProviders.google}, policy_uuid: ${acme}, user_uuid: ${admin}, user_name: x}]}`
    expect(await refused(freshSandbox(10), file, other)).toEqual([
      `2.yaml: providers.connections[0].provider_uuid is ${seededProviders.google}, and there is no such record.`,
    ])
  })
})
