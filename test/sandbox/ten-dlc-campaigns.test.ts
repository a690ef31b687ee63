import {describe, expect, test} from 'vitest'
import {seededAccess, seededLocationUuid, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {brandBody, campaignBody, statusOf, verifiedNeighbour} from './filings.ts'
import {freshSandbox, problemsOf, signedIn} from './support.ts'

const campaigns = `/sms/10dlc/customers/${seededNeighbour.accountUuid}/campaigns`
const seeded = `/sms/10dlc/customers/${seededAccess.accountUuid}/campaigns`

describe('registering a campaign', () => {
  test('needs a brand that is verified', async () => {
    const sandbox = freshSandbox(10)
    sandbox.clock.stop()
    const send = await signedIn(sandbox, seededNeighbour)
    expect((await send(`POST ${campaigns}`, campaignBody)).status).toBe(409)
    await send('POST /sms/10dlc/customers', brandBody)
    expect((await send(`POST ${campaigns}`, campaignBody)).json()).toMatchObject({
      code: 409,
      message: 'The brand is UNVERIFIED: it can have campaigns when it is VERIFIED.',
    })
    sandbox.clock.advance(5000)
    expect((await send(`POST ${campaigns}`, campaignBody)).status).toBe(200)
  })

  test('answers with what was filed, defaults and an id; goes through review in ten seconds', async () => {
    const sandbox = freshSandbox(10)
    const send = await verifiedNeighbour(sandbox)
    const reply = await send(`POST ${campaigns}`, campaignBody)
    const {campaign_id: id} = reply.json() as {campaign_id: string}
    expect(id).toMatch(/^C[A-Z0-9]{6}$/)
    const campaign = {
      ...campaignBody,
      campaign_id: id,
      account_uuid: seededNeighbour.accountUuid,
      sub_opt_in: true,
      sub_opt_out: true,
      sub_help: true,
      num_pooling: false,
      direct_lending: false,
      embedded_link: false,
      embedded_phone: false,
      aff_marketing: false,
      age_gated: false,
      auto_renewal: true,
      opt_in_keywords: 'START',
      opt_out_keywords: 'STOP',
      help_keywords: 'HELP',
      tns: [],
      submitted_datetime: new Date(sandbox.clock.now()).toISOString(),
    }
    expect([reply.status, reply.json()]).toEqual([200, {...campaign, status: 'PENDING'}])
    const states: string[] = []
    for (const step of [4999, 1, 4999, 1]) {
      sandbox.clock.advance(step)
      states.push(statusOf(await send(`GET ${campaigns}/${id}`)))
    }
    expect(states).toEqual(['PENDING', 'IN_REVIEW', 'IN_REVIEW', 'ACTIVE'])
    expect((await send(`GET ${campaigns}/${id}`)).json()).toEqual({
      ...campaign,
      status: 'ACTIVE',
      throughput_class: 'T',
    })
  })

  test('gives ids that are all different, and the same in every sandbox', async () => {
    const register = async () => {
      const send = await verifiedNeighbour(freshSandbox(10))
      const replies = [await send(`POST ${campaigns}`, campaignBody), await send(`POST ${campaigns}`, campaignBody)]
      return replies.map((reply) => (reply.json() as {campaign_id: string}).campaign_id)
    }
    const [one, other] = [await register(), await register()]
    expect(one).toEqual(other)
    expect(new Set(one).size).toBe(2)
  })

  test.each([
    ['description', 'A casino that reminds customers of tables they booked.', 30883, 'casino', false],
    ['sample_msg1', 'Bayfront: ask us for a payday loan. Reply STOP to end.', 30883, 'payday loan', false],
    ['sample_msg2', 'Bayfront: look at https://bit.ly/house. Reply STOP to end.', 30892, 'bit.ly', true],
    ['description', 'REJECT: customers who asked for it get messages of some sort.', 30886, 'REJECT', true],
  ])('with a %s like “%s” is rejected, with code %i', async (field, text, code, found, resubmittable) => {
    const sandbox = freshSandbox(10)
    const send = await verifiedNeighbour(sandbox)
    const {campaign_id: id} = (await send(`POST ${campaigns}`, {...campaignBody, [field]: text})).json() as {
      campaign_id: string
    }
    sandbox.clock.advance(9999)
    expect((await send(`GET ${campaigns}/${id}`)).json()).not.toHaveProperty('rejection')
    sandbox.clock.advance(1)
    expect((await send(`GET ${campaigns}/${id}`)).json()).toMatchObject({
      status: 'REJECTED',
      rejection: {code, field, message: expect.stringContaining(`“${found}”`) as string, resubmittable},
    })
    const again = await send(`PUT ${campaigns}/${id}`, campaignBody)
    expect(again.status).toBe(resubmittable ? 200 : 409)
  })

  test('is not for readers', async () => {
    const send = await signedIn(freshSandbox(10), seededReader)
    expect((await send(`POST ${seeded}`, campaignBody)).status).toBe(403)
    expect((await send(`GET ${seeded}/CSMILE1`)).status).toBe(200)
  })
})

describe('fields of a campaign', () => {
  const submit = async (changes: object) => {
    const send = await verifiedNeighbour(freshSandbox(10))
    return send(`POST ${campaigns}`, {...campaignBody, ...changes})
  }

  test('that are all missing are all named', async () => {
    const send = await verifiedNeighbour(freshSandbox(10))
    const reply = await send(`POST ${campaigns}`, {})
    expect([reply.status, problemsOf(reply)]).toEqual([
      400,
      [
        'display_name is required',
        'description is required',
        'message_flow is required',
        'usecase_id is required',
        'opt_in_message is required',
        'opt_out_message is required',
        'help_message is required',
        'sample_msg1 is required: a campaign needs one sample at least',
      ],
    ])
  })

  test.each([
    [{description: 'x'.repeat(39)}, 'description must have 40 to 4096 characters'],
    [{description: 'x'.repeat(4097)}, 'description must have 40 to 4096 characters'],
    [{message_flow: 'x'.repeat(2049)}, 'message_flow must have 40 to 2048 characters'],
    [{sample_msg1: 'Bayfront: STOP'}, 'sample_msg1 must have 20 to 1024 characters'],
    [{sample_msg3: campaignBody.sample_msg1}, 'sample_msg3 must not be the same as sample_msg1'],
    [{sub_usecase_ids: []}, 'sub_usecase_ids must have 1 to 5 use cases for LOW_VOLUME'],
    [{usecase_id: 'MIXED'}, 'sub_usecase_ids must have 2 to 5 use cases for MIXED'],
    [{usecase_id: 'MARKETING'}, 'sub_usecase_ids must be empty for the use case MARKETING'],
    [{sub_usecase_ids: ['2FA', '2FA']}, 'sub_usecase_ids must have each use case once'],
    [{sub_opt_out: false}, 'sub_opt_out must be true'],
    [{opt_out_keywords: 'END'}, 'opt_out_keywords must have STOP'],
    [{help_keywords: 'HELP, ?'}, 'help_keywords must be words of letters and digits, with commas between them'],
    [{help_message: 'Call us.'}, 'help_message must have 20 to 320 characters'],
    [{terms_link: 'bayfront terms'}, 'terms_link must be a web address that begins with https://'],
    [{embedded_link: 'no'}, 'embedded_link must be true or false'],
  ])('%j is refused', async (changes, problem) => {
    const reply = await submit(changes)
    expect([reply.status, problemsOf(reply)]).toEqual([400, [problem]])
  })

  test.each([
    ['usecase_id', {usecase_id: 'CHARITY'}, /^usecase_id must be one that the brand qualifies for: .*LOW_VOLUME/],
    ['sub_usecase_ids', {sub_usecase_ids: ['MIXED']}, /^sub_usecase_ids must not have MIXED; each is one of 2FA,/],
  ])('%s must be of the list', async (_field, changes, problem) => {
    expect(problemsOf(await submit(changes))).toEqual([expect.stringMatching(problem)])
  })

  test.each([
    [{usecase_id: 'MARKETING', sub_usecase_ids: []}],
    [{usecase_id: 'MIXED', sub_usecase_ids: ['2FA', 'MARKETING']}],
    [{opt_out_keywords: 'stop, END,QUIT', auto_renewal: false, num_pooling: true}],
  ])('%j is taken', async (changes) => {
    expect((await submit(changes)).json()).toMatchObject({...changes, status: 'PENDING'})
  })
})

describe('campaigns', () => {
  test('of the default account: one is active, one was rejected', async () => {
    const send = await signedIn(freshSandbox())
    const list = (await send(`GET ${seeded}`)).json() as {items: object[]}
    expect(list).toMatchObject({
      items: [
        {campaign_id: 'CSMILE1', status: 'ACTIVE', tns: ['+19412340003', '+19412340004', '+19412340005']},
        {campaign_id: 'CPROMO1', status: 'REJECTED', rejection: {code: 30892, field: 'sample_msg1'}, tns: []},
      ],
      metadata: {total: 2, offset: 0, count: 2, limit: 10},
    })
    for (const campaign of list.items as {campaign_id: string}[]) {
      expect((await send(`GET ${seeded}/${campaign.campaign_id}`)).json()).toEqual(campaign)
    }
  })

  test('that are seeded keep the rules, and so does the brand', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    for (const id of ['CSMILE1', 'CPROMO1']) {
      const campaign = (await send(`GET ${seeded}/${id}`)).json() as object
      expect((await send(`PUT ${seeded}/${id}`, campaign)).json()).toMatchObject({campaign_id: id, status: 'PENDING'})
    }
    const brand = (await send(`GET /sms/10dlc/customers/${seededAccess.accountUuid}`)).json() as object
    const copy = await send('POST /sms/10dlc/customers', {...brand, account_uuid: seededLocationUuid})
    expect(copy.status).toBe(200)
  })

  test('are all listed without paging, in pages when asked, and there are at most a hundred', async () => {
    const send = await verifiedNeighbour(freshSandbox(10))
    for (let made = 0; made < 100; made++) await send(`POST ${campaigns}`, campaignBody)
    expect((await send(`POST ${campaigns}`, campaignBody)).status).toBe(409)
    const list = async (query: string) => {
      const {items, metadata} = (await send(`GET ${campaigns}${query}`)).json() as {items: unknown[]; metadata: object}
      return [items.length, metadata]
    }
    expect(await list('')).toEqual([100, {total: 100, offset: 0, count: 100, limit: 100}])
    expect(await list('?offset=95&limit=10')).toEqual([5, {total: 100, offset: 95, count: 5, limit: 10}])
  })

  test('that are changed have the new fields alone, and go through review again with their numbers', async () => {
    const sandbox = freshSandbox()
    sandbox.clock.stop()
    const send = await signedIn(sandbox)
    const incomplete = await send(`PUT ${seeded}/CSMILE1`, {display_name: 'New'})
    expect([incomplete.status, problemsOf(incomplete).length]).toEqual([400, 7])
    expect((await send(`PUT ${seeded}/CSMILE1`, campaignBody)).json()).toMatchObject({
      status: 'PENDING',
      display_name: 'Viewings',
    })
    sandbox.clock.advance(10_000)
    const campaign = (await send(`GET ${seeded}/CSMILE1`)).json()
    expect(campaign).toMatchObject({status: 'ACTIVE', tns: ['+19412340003', '+19412340004', '+19412340005']})
    expect(campaign).not.toHaveProperty('sample_msg2')
  })

  test('that were rejected become active when the text is mended', async () => {
    const sandbox = freshSandbox(10)
    sandbox.clock.stop()
    const send = await signedIn(sandbox)
    await send(`PUT ${seeded}/CPROMO1`, campaignBody)
    sandbox.clock.advance(10_000)
    expect((await send(`GET ${seeded}/CPROMO1`)).json()).not.toHaveProperty('rejection')
    expect(statusOf(await send(`GET ${seeded}/CPROMO1`))).toBe('ACTIVE')
  })

  test('of other accounts, and those that do not exist, are not found', async () => {
    const sandbox = freshSandbox(10)
    const send = await verifiedNeighbour(sandbox)
    for (const path of [`${campaigns}/CSMILE1`, `${seeded}/CSMILE1`, `${campaigns}/CNONE00`]) {
      for (const method of ['GET', 'DELETE']) expect((await send(`${method} ${path}`)).status).toBe(404)
      expect((await send(`PUT ${path}`, campaignBody)).status).toBe(404)
      expect((await send(`POST ${path}/numbers/assign`, {tns: ['+19412350001']})).status).toBe(404)
    }
    expect((await send(`GET ${seeded}`)).status).toBe(404)
  })

  test('that are deleted are gone, and their numbers stay with the account', async () => {
    const sandbox = freshSandbox()
    const send = await signedIn(sandbox)
    expect((await send(`DELETE ${seeded}/CSMILE1`)).json()).toEqual({status: 'success'})
    expect((await send(`GET ${seeded}/CSMILE1`)).status).toBe(404)
    expect((await send(`GET ${seeded}`)).json()).toMatchObject({metadata: {total: 1}})
    expect(sandbox.store.numbers.get('+19412340003')).toMatchObject({
      account_uuid: seededAccess.accountUuid,
      campaign_id: null,
    })
  })
})
