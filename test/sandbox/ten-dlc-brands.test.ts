import {describe, expect, test} from 'vitest'
import {openSandbox} from '../../src/sandbox/sandbox.ts'
import {
  seededAccess,
  seededLocationUuid,
  seededMaster,
  seededNeighbour,
  seededReader,
} from '../../src/sandbox/seeded-access.ts'
import {brandBody, campaignBody, statusOf, verifiedNeighbour} from './filings.ts'
import {freshSandbox, problemsOf, serve, signedIn, signIn} from './support.ts'

const customers = '/sms/10dlc/customers'
const mine = `${customers}/${seededNeighbour.accountUuid}`

describe('registering a brand', () => {
  test('stores what was filed, unverified at first and verified five seconds later', async () => {
    const sandbox = freshSandbox(10)
    sandbox.clock.stop()
    const send = await signedIn(sandbox, seededNeighbour)
    const reply = await send(`POST ${customers}`, brandBody)
    const filed = {...brandBody, postal_code: '34205', submitted_datetime: new Date(sandbox.clock.now()).toISOString()}
    expect([reply.status, reply.json()]).toEqual([200, {...filed, status: 'UNVERIFIED'}])
    sandbox.clock.advance(4999)
    expect((await send(`GET ${mine}`)).json()).toEqual({...filed, status: 'UNVERIFIED'})
    sandbox.clock.advance(1)
    expect((await send(`GET ${mine}`)).json()).toEqual({...filed, status: 'VERIFIED'})
  })

  test('moves on when another process turns the clock', async () => {
    const sandbox = freshSandbox(10)
    sandbox.clock.stop()
    const send = await signedIn(sandbox, seededNeighbour)
    await send(`POST ${customers}`, brandBody)
    const other = openSandbox({file: sandbox.store.file})
    other.clock.advance(5000)
    await other.close()
    expect(statusOf(await send(`GET ${mine}`))).toBe('VERIFIED')
  })

  test.each([
    [{e_i_n: '00-0000000'}, 'The EIN does not exist.'],
    [{legal_name: 'REJECT Realty Inc'}, 'The legal name is not the one that the EIN was given to.'],
  ])('with %j fails, with a reason', async (wrong, reason) => {
    const sandbox = freshSandbox(10)
    sandbox.clock.stop()
    const send = await signedIn(sandbox, seededNeighbour)
    expect((await send(`POST ${customers}`, {...brandBody, ...wrong})).json()).not.toHaveProperty('status_reason')
    sandbox.clock.advance(5000)
    expect((await send(`GET ${mine}`)).json()).toMatchObject({status: 'FAILED', status_reason: reason})
    const campaign = await send(`POST ${mine}/campaigns`, campaignBody)
    expect([campaign.status, campaign.json()]).toMatchObject([
      409,
      {message: expect.stringContaining('FAILED') as string},
    ])
  })

  test('fills in the country, and takes a second brand for no account', async () => {
    const send = await signedIn(freshSandbox(10), seededNeighbour)
    const withoutCountry = Object.fromEntries(Object.entries(brandBody).filter(([name]) => !name.endsWith('country')))
    const replies = [await send(`POST ${customers}`, withoutCountry), await send(`POST ${customers}`, brandBody)]
    expect(replies.map((reply) => reply.status)).toEqual([200, 409])
    expect(replies[0]?.json()).toMatchObject({registration_country: 'US', e_i_n_country: 'US'})
  })

  test('is for accounts that the caller sees, and for those who may change things', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    expect((await send(`POST ${customers}`, brandBody)).status).toBe(404)
    expect((await send(`GET ${mine}`)).status).toBe(404)
    expect((await send(`GET ${customers}/${seededLocationUuid}`)).json()).toMatchObject({code: 404})
    const below = {...brandBody, account_uuid: seededLocationUuid}
    expect((await (await signedIn(sandbox, seededReader))(`POST ${customers}`, below)).status).toBe(403)
    expect((await send(`POST ${customers}`, below)).status).toBe(200)
    const asMaster = await signedIn(sandbox, seededMaster)
    expect((await asMaster(`GET ${customers}/${seededAccess.accountUuid}`)).json()).toMatchObject({status: 'VERIFIED'})
  })

  test('works over HTTP', async () => {
    const sandbox = freshSandbox(10)
    const {access_token: token} = await signIn(sandbox, seededNeighbour)
    const reply = await fetch(`${await serve(sandbox)}${customers}`, {
      method: 'POST',
      headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
      body: JSON.stringify(brandBody),
    })
    expect([reply.status, await reply.json()]).toMatchObject([200, {account_uuid: seededNeighbour.accountUuid}])
  })
})

describe('fields of a brand', () => {
  const publicCompany = {
    organization_type: 'PUBLIC_PROFIT',
    stock_symbol: 'BAY',
    stock_exchange: 'NASDAQ',
    business_contact_email: 'ir@bayfront.example',
  }
  const submit = async (changes: object) => {
    const send = await signedIn(freshSandbox(10), seededNeighbour)
    return send(`POST ${customers}`, {...brandBody, ...changes})
  }

  test('that are all missing are all named', async () => {
    const send = await signedIn(freshSandbox(10), seededNeighbour)
    const reply = await send(`POST ${customers}`, {})
    expect([reply.status, problemsOf(reply)]).toEqual([
      400,
      [
        'account_uuid',
        'legal_name',
        'brand_name',
        'organization_type',
        'vertical',
        'address',
        'city',
        'state',
        'postal_code',
        'email_address',
        'phone_number',
      ].map((field) => `${field} is required`),
    ])
  })

  test.each([
    [{legal_name: 'x'.repeat(101)}, 'legal_name must have 0 to 100 characters'],
    [{e_i_n: '12345678'}, 'e_i_n must have nine digits, like 59-1234567'],
    [{e_i_n: null}, 'e_i_n is required for PRIVATE_PROFIT'],
    [{website: null}, 'website is required for PRIVATE_PROFIT'],
    [{website: 'bayfront.example'}, 'website must be a web address that begins with https://'],
    [{email_address: 'office@bayfront'}, 'email_address must be an e-mail address'],
    [{phone_number: '555-1234'}, 'phone_number must be a phone number like +19412340001'],
    [{postal_code: '3420'}, 'postal_code must be a ZIP code, like 34236 or 34236-1234'],
    [{state: 'Florida'}, 'state must be a state in two capital letters'],
    [{registration_country: 'USA'}, 'registration_country must be a country in two capital letters'],
    [{alt_business_id_type: 'DUNS'}, 'alt_business_id is required with the type DUNS'],
    [{alt_business_id: '123456789'}, 'alt_business_id_type is required with alt_business_id'],
    [{organization_type: 'SOLE_PROPRIETOR', last_name: 'Marsh'}, 'first_name is required for SOLE_PROPRIETOR'],
    [{...publicCompany, stock_symbol: null}, 'stock_symbol is required for PUBLIC_PROFIT'],
    [{...publicCompany, stock_exchange: 'NONE'}, 'stock_exchange must not be NONE for PUBLIC_PROFIT'],
    [
      {...publicCompany, business_contact_email: 'bay@mail.example'},
      'business_contact_email must be on the domain of the website',
    ],
  ])('%j is refused', async (changes, problem) => {
    const reply = await submit(changes)
    expect([reply.status, problemsOf(reply)]).toEqual([400, [problem]])
  })

  test.each(['organization_type', 'vertical', 'alt_business_id_type'])('%s must be of the list', async (field) => {
    const reply = await submit({[field]: 'OTHER', alt_business_id: '1'})
    expect(problemsOf(reply).some((problem) => problem.startsWith(`${field} must be one of `))).toBe(true)
  })

  test.each([
    [publicCompany],
    [{organization_type: 'SOLE_PROPRIETOR', e_i_n: null, website: null, first_name: 'Cleo', last_name: 'Marsh'}],
    [{e_i_n: '59-1234568', alt_business_id_type: 'LEI', alt_business_id: '5493001KJTIIGC8Y1R12'}],
    [
      {
        registration_country: 'CA',
        e_i_n_country: 'CA',
        e_i_n: '123456789RC0001',
        state: 'Ontario',
        postal_code: 'K1A 0A6',
      },
    ],
  ])('%j is taken', async (changes) => {
    expect((await submit(changes)).json()).toMatchObject({status: 'UNVERIFIED'})
  })
})

describe('deleting a brand', () => {
  test('is refused while it has campaigns; then it is gone, and another can be filed', async () => {
    const send = await verifiedNeighbour(freshSandbox(10))
    const {campaign_id: id} = (await send(`POST ${mine}/campaigns`, campaignBody)).json() as {campaign_id: string}
    const refused = await send(`DELETE ${mine}`)
    expect([refused.status, refused.json()]).toMatchObject([409, {details: [id]}])
    await send(`DELETE ${mine}/campaigns/${id}`)
    expect((await send(`DELETE ${mine}`)).json()).toEqual({status: 'success'})
    for (const request of ['GET', 'DELETE']) expect((await send(`${request} ${mine}`)).status).toBe(404)
    expect(statusOf(await send(`POST ${customers}`, brandBody))).toBe('UNVERIFIED')
  })
})

describe('enumerations', () => {
  test('are the values that brands take', async () => {
    const send = await signedIn(freshSandbox(10))
    const lists = (await send('GET /sms/10dlc/help/get_enumerations')).json() as Record<string, string[]>
    expect(Object.keys(lists)).toEqual(['entity_types', 'verticals', 'stock_exchanges', 'alt_business_id_types'])
    expect(lists['entity_types']).toContain('PUBLIC_PROFIT')
    expect(lists['verticals']).toEqual(expect.arrayContaining(['TECHNOLOGY', 'HEALTHCARE', 'REAL_ESTATE']))
    expect(lists['stock_exchanges']).toEqual(expect.arrayContaining(['NASDAQ', 'NYSE']))
  })
})

describe('use cases', () => {
  test.each([
    ['PRIVATE_PROFIT', ['LOW_VOLUME', 'MIXED', 'MARKETING', '2FA'], ['CHARITY', 'EMERGENCY', 'SOLE_PROPRIETOR']],
    ['NON_PROFIT', ['LOW_VOLUME', 'CHARITY'], ['EMERGENCY']],
    ['GOVERNMENT', ['MIXED', 'EMERGENCY'], ['CHARITY']],
    ['SOLE_PROPRIETOR', ['SOLE_PROPRIETOR'], ['LOW_VOLUME', 'MARKETING']],
  ])('of %s are those that it qualifies for', async (type, some, others) => {
    const send = await signedIn(freshSandbox(10), seededNeighbour)
    expect((await send(`GET ${mine}/usecases`)).status).toBe(404)
    await send(`POST ${customers}`, {...brandBody, organization_type: type, first_name: 'Cleo', last_name: 'Marsh'})
    const ids = ((await send(`GET ${mine}/usecases`)).json() as {id: string}[]).map(({id}) => id)
    expect(ids).toEqual(expect.arrayContaining(some))
    expect(ids.filter((id) => others.includes(id))).toEqual([])
  })

  test('tell their fee and how many sub use cases they need', async () => {
    const send = await signedIn(freshSandbox(10))
    const all = (await send(`GET ${customers}/${seededAccess.accountUuid}/usecases`)).json() as {id: string}[]
    expect(all.find(({id}) => id === 'MIXED')).toEqual({
      id: 'MIXED',
      name: 'Mixed',
      description: 'Two to five purposes in one campaign',
      monthly_fee: 10,
      needs_sub_usecases: true,
      min_sub_usecases: 2,
      max_sub_usecases: 5,
      valid_sub_usecase: false,
    })
  })
})
