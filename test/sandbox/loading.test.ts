import {describe, expect, test} from 'vitest'
import {type MediaFile} from '../../src/lib/media/media-file.ts'
import {accounts, identities, passwords} from '../../src/sandbox/records.ts'
import {accountUuid, seededAccess, seededFiles} from '../../src/sandbox/seeded-access.ts'
import {acme, dumpText, eve, load, small} from './loading-support.ts'
import {freshSandbox, signedIn, signIn, tokenRequest} from './support.ts'

const {accountUuid: ours, userUuid: admin} = seededAccess

describe('records that leave most of it out', () => {
  test('are completed: an account has groups and a parent, a user can sign in and change things', async () => {
    const sandbox = freshSandbox(100)
    expect(await load(sandbox, small)).toEqual([
      {area: 'accounts', collection: 'accounts', records: 1},
      {area: 'identities', collection: 'identities', records: 1},
    ])
    const token = {grant_type: 'password', email: 'eve@acme.example', password: 'open sesame'}
    expect((await tokenRequest(sandbox, token)).status).toBe(200)
    const send = await signedIn(sandbox, {...seededAccess, email: token.email, password: token.password})
    expect((await send('GET /identity/users/me')).json()).toMatchObject({
      ...{user_uuid: eve, email: 'eve@acme.example', status: 'Active', provider: 'local', first_name: ''},
    })
    expect((await send(`GET /accounts/accounts/${acme}`)).json()).toMatchObject({
      ...{name: 'Acme', type: 'Customer', status: 'Active', parent_uuid: ours},
      relationships: {items: [{source: {uuid: acme}, target: {uuid: ours}}]},
    })
    const user = {first_name: 'A', last_name: 'B', username: 'ab@acme.example'}
    expect((await send(`POST /identity/accounts/${acme}/identities`, user)).status).toBe(202)
    const above = await signedIn(sandbox)
    expect((await above(`GET /accounts/accounts/${ours}/children`)).json()).toMatchObject({metadata: {total: 3}})
    expect((await above(`DELETE /accounts/accounts/${acme}`)).status).toBe(202)
  })

  test('keep no password in plain', async () => {
    const sandbox = freshSandbox(10)
    await load(sandbox, small)
    expect(JSON.stringify(sandbox.store.collection(identities).get(eve))).not.toContain('sesame')
    expect(dumpText(sandbox.store)).not.toContain('sesame')
    expect(sandbox.store.collection(passwords).get(eve)?.hash).toMatch(/\$/)
  })

  test('of numbers, filings and messages are what routes go on with', async () => {
    const sandbox = freshSandbox(100)
    await load(
      sandbox,
      small,
      `
numbers:
  numbers:
    - {number: +19412340020, account_uuid: ${acme}, campaign_id: CACME01}
    - {number: +14155550123}
    - {number: +12365550123, state: BC, rate_center: VICTORIA, tier: 3}
10dlc:
  brands: [{account_uuid: ${acme}, legal_name: Acme Inc}]
  campaigns: [{campaign_id: CACME01, account_uuid: ${acme}, display_name: News}]
messaging:
  conversations: [{uuid: ${eve}, user_uuid: ${eve}, phone_numbers: [+19415550123]}]
  messages: [{conversation_uuid: ${eve}, from: +19412340020, to: x, account_uuid: ${acme}, content: [{type: text, body: Hi}]}]
`,
    )
    const send = await signedIn(sandbox)
    expect((await send('GET /sms/provision/numbers/number/+19412340020')).json()).toMatchObject({
      ...{account_uuid: acme, campaign_id: 'CACME01', provider: 'VI', is_campaign: true, rate_center: 'SARASOTA'},
    })
    expect((await send(`GET /sms/10dlc/customers/${acme}`)).json()).toMatchObject({
      status: 'VERIFIED',
      brand_name: 'Acme Inc',
    })
    expect((await send(`GET /sms/10dlc/customers/${acme}/campaigns/CACME01`)).json()).toMatchObject({
      ...{status: 'ACTIVE', tns: ['+19412340020'], display_name: 'News'},
    })
    const message = {to: '+19415550123', from: '+19412340020', content: [{body: 'Hello'}]}
    expect((await send('POST /sms/messages/send', message)).json()).toMatchObject({status: 'sent'})
    expect((await send(`GET /messaging/users/${eve}/conversations?expand=messages`)).json()).toMatchObject({
      items: [{name: '+19415550123', messages: [{content: [{body: 'Hi'}]}]}],
    })
    expect((await send('GET /sms/number/available/dids?npa=236&tier=3')).json()).toMatchObject({
      items: ['+12365550123'],
    })
    expect((await send('GET /sms/number/available/states')).json()).toMatchObject({
      items: expect.arrayContaining(['BC']) as string[],
    })
    expect((await send('POST /sms/provision', {numbers: ['+14155550123']})).status).toBe(200)
  })

  test('of files have their content, as text, Base64, or so many zeros', async () => {
    const sandbox = freshSandbox(10)
    const files = [1, 2, 3].map((n) => `a0000000-0000-4000-8000-00000000001${n}`)
    await load(
      sandbox,
      `
media:
  files:
    - {file_id: ${files[0]}, file_name: a.txt, text: "hello", user_uuid: ${admin}}
    - {file_id: ${files[1]}, file_name: b.wav, content: aGVsbG8=}
    - {file_id: ${files[2]}, file_name: c.bin, file_size: 100000}
  shares: [{file_id: ${files[1]}, user_uuid: ${admin}}]
`,
    )
    const send = await signedIn(sandbox)
    const list = (await send(`GET /media/users/${admin}/media`)).json() as {items: MediaFile[]}
    expect(list.items.map(({file_id}) => file_id)).toEqual([
      seededFiles.greeting,
      seededFiles.prices,
      files[0],
      files[1],
    ])
    const contents = await Promise.all(
      files.map(async (file) => {
        const shown = (await send(`GET /media/media/${file}?content_url=true`)).json() as MediaFile
        const {pathname, search} = new URL(shown.content_url ?? '')
        const {body} = await (await sandbox.app()).inject(pathname + search)
        return [shown.content_type, shown.file_size, body]
      }),
    )
    expect(contents).toEqual([
      ['text/plain', 5, 'hello'],
      ['audio/wav', 5, 'hello'],
      ['application/octet-stream', 100_000, '\u0000'.repeat(100_000)],
    ])
  })

  test('of the other areas are listed and run', async () => {
    const sandbox = freshSandbox(10)
    const uuids = [1, 2, 3, 4].map((n) => `a0000000-0000-4000-8000-00000000002${n}`)
    await load(
      sandbox,
      `
activity:
  activities: [{activity_type: call, owner_uuid: ${admin}, account_uuid: ${ours}, metadata: {seconds: 5}}]
  types: [{activity_type: call}]
  subtypes: [{activity_type: call, activity_subtype: missed}]
  templates: [{template_uuid: ${uuids[0]}, name: Calls, data_source: {source_type: activity, activity: call}}]
usage:
  events: [{account_uuid: ${ours}, event_type: call}]
  templates: [{uuid: ${uuids[1]}, name: Calls, event_type: call}]
providers:
  providers: [{uuid: ${uuids[2]}, name: Box, policies: [{uuid: ${uuids[3]}, type: oauth}]}]
  connections: [{provider_uuid: ${uuids[2]}, policy_uuid: ${uuids[3]}, user_uuid: ${admin}, user_name: ada}]
groups:
  groups: [{account_uuid: ${ours}, name: Desk}]
oauth:
  clients: [{account_uuid: ${ours}, app_user: ${admin}, name: Nightly, public_id: nightly, secret: night}]
  scopes: [{name: calls}]
`,
    )
    const basic = {authorization: `Basic ${Buffer.from('nightly:night').toString('base64')}`}
    expect((await tokenRequest(sandbox, {grant_type: 'client_credentials'}, basic)).status).toBe(200)
    const send = await signedIn(sandbox)
    const run = await send(`POST /activity/report/${uuids[0]}?account_uuid=${ours}`, {})
    const {report_uuid} = run.json() as {report_uuid: string}
    const usage = await send(`POST /usage/reports/templates/${uuids[1]}/events/evaluate`, {})
    sandbox.clock.advance(3000)
    const report = await send(`GET /activity/report?report_uuid=${report_uuid}&template_uuid=${uuids[0]}`)
    expect(report.json()).toMatchObject({total: 1, rows: [{seconds: 5}]})
    expect(
      (await send(`GET /usage/reports/${(usage.json() as {report_uuid: string}).report_uuid}`)).json(),
    ).toMatchObject({
      status: 'SUCCEEDED',
    })
    const token = `GET /providers/providers/${uuids[2]}/oauth/token?policy_uuid=${uuids[3]}`
    expect((await send(token, undefined, {'x-login-hint': 'ada'})).status).toBe(200)
    for (const [path, name] of [
      ['/activity/register?activity_type=call', 'call'],
      ['/activity/register/subtype?activity_type=call', 'missed'],
      ['/oauth/scopes', 'calls'],
      [`/providers/users/${admin}/profiles`, 'ada'],
    ]) {
      expect((await send(`GET ${path}`)).text).toContain(name)
    }
  })
})

describe('a record', () => {
  test('takes the place of the one with its id; the others stay', async () => {
    const sandbox = freshSandbox(10)
    const venice = accountUuid('Sunrise Dental Venice')
    await load(sandbox, `accounts: {accounts: [{uuid: ${venice}, name: Beach, parent_uuid: ${ours}}]}`)
    const found = sandbox.store.collection(accounts)
    expect(found.get(venice)).toMatchObject({name: 'Beach', type: 'Customer', address: {}})
    expect(found.count()).toBe(8)
  })

  test('keeps the secret that no file has', async () => {
    const sandbox = freshSandbox(10)
    await load(sandbox, dumpText(sandbox.store, ['oauth']))
    expect((await signIn(sandbox)).access_token).toMatch(/^eyJ/)
  })

  test('has text where text belongs, also what looks like a number', async () => {
    const sandbox = freshSandbox(10)
    const zip = `accounts: {accounts: [{uuid: ${acme}, name: 1234, address: {postal_code: 01234}}]}`
    await load(sandbox, zip)
    expect(sandbox.store.collection(accounts).get(acme)).toMatchObject({name: '1234', address: {postal_code: '01234'}})
  })
})
