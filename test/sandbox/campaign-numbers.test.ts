import {describe, expect, test} from 'vitest'
import {type Sandbox} from '../../src/sandbox/sandbox.ts'
import {seededAccess, seededLocationUuid, seededNumbers} from '../../src/sandbox/seeded-access.ts'
import {campaignBody, statusOf} from './filings.ts'
import {freshSandbox, numberRange, problemsOf, type Reply, signedIn} from './support.ts'

const campaigns = `/sms/10dlc/customers/${seededAccess.accountUuid}/campaigns`
const {unassigned, assigned, neighbours, free} = seededNumbers

const numbersOf = (reply: Reply) => (reply.json() as {tns: string[]}).tns

async function start(sandbox: Sandbox = freshSandbox()) {
  const send = await signedIn(sandbox)
  const change =
    (what: 'assign' | 'unassign') =>
    (tns: readonly string[], campaign = 'CSMILE1') =>
      send(`POST ${campaigns}/${campaign}/numbers/${what}`, {tns})
  return {sandbox, send, assign: change('assign'), unassign: change('unassign')}
}

/** A second active campaign; returns its id. */
async function secondCampaign(
  {sandbox, send}: Awaited<ReturnType<typeof start>>,
  changes: object = {},
): Promise<string> {
  const reply = await send(`POST ${campaigns}`, {...campaignBody, ...changes})
  sandbox.clock.advance(10_000)
  return (reply.json() as {campaign_id: string}).campaign_id
}

describe('assigning numbers', () => {
  test('puts them into the campaign, again and again, and shows with number and campaign', async () => {
    const {send, assign, sandbox} = await start()
    const tns = [unassigned[0], '9412340002', assigned[0]]
    for (const reply of [await assign(tns), await assign(tns), await send(`GET ${campaigns}/CSMILE1`)]) {
      expect([reply.status, numbersOf(reply)]).toEqual([200, numberRange(5, 1)])
    }
    expect(sandbox.store.numbers.get(unassigned[1])?.campaign_id).toBe('CSMILE1')
  })

  test.each([
    ['nobody has', free, 404, `tns[1] ${free} is not provisioned`],
    ['an account has that is not seen', neighbours[0], 404, `tns[1] ${neighbours[0]} is not provisioned`],
    ['are none', 'hello', 400, 'tns[1] hello is not a phone number like +19412340001'],
    ['are there twice', unassigned[0], 400, `tns[1] ${unassigned[0]} is there twice`],
  ])('that %s is refused, and none is assigned', async (_what, number, status, problem) => {
    const {assign, sandbox} = await start()
    const reply = await assign([unassigned[0], number])
    expect([reply.status, problemsOf(reply)]).toEqual([status, [problem]])
    expect(sandbox.store.numbers.get(unassigned[0])?.campaign_id).toBeNull()
  })

  test('of another account, or in another campaign, is refused', async () => {
    const world = await start()
    const second = await secondCampaign(world)
    const taken = await world.assign([unassigned[0], assigned[0]], second)
    expect([taken.status, problemsOf(taken)]).toEqual([409, [`tns[1] ${assigned[0]} is in campaign CSMILE1`]])
    await world.send('POST /sms/provision', {numbers: [free], account_uuid: seededLocationUuid})
    const foreign = await world.assign([free])
    expect([foreign.status, problemsOf(foreign)]).toEqual([
      409,
      [`tns[0] ${free} is provisioned to account ${seededLocationUuid}`],
    ])
  })

  test('needs a campaign that is active', async () => {
    const {assign, send, sandbox} = await start()
    sandbox.clock.stop()
    expect((await assign([unassigned[0]], 'CPROMO1')).json()).toMatchObject({
      code: 409,
      message: 'Campaign CPROMO1 is REJECTED: it takes numbers when it is ACTIVE.',
    })
    expect(statusOf(await send(`PUT ${campaigns}/CSMILE1`, campaignBody))).toBe('PENDING')
    expect((await assign([unassigned[0]])).status).toBe(409)
    sandbox.clock.advance(10_000)
    expect((await assign([unassigned[0]])).status).toBe(200)
  })

  test('goes up to 49, and beyond with number pooling', async () => {
    const world = await start()
    const numbers = numberRange(50)
    await world.send('POST /sms/provision', {numbers, account_uuid: seededAccess.accountUuid})
    expect((await world.assign(numbers.slice(0, 46))).status).toBe(200)
    const tooMany = await world.assign([numbers[0] ?? '', numbers[46] ?? ''])
    expect([tooMany.status, tooMany.json()]).toMatchObject([
      409,
      {message: expect.stringContaining('at most 49') as string},
    ])
    expect(numbersOf(await world.send(`GET ${campaigns}/CSMILE1`))).toHaveLength(49)
    await world.unassign(numbers.slice(0, 46))
    const pooled = await secondCampaign(world, {num_pooling: true})
    expect(numbersOf(await world.assign(numbers, pooled))).toHaveLength(50)
  })
})

describe('unassigning numbers', () => {
  test('takes them out, again and again, whatever the campaign’s state', async () => {
    const {send, unassign, sandbox} = await start()
    await send(`PUT ${campaigns}/CSMILE1`, campaignBody)
    for (const reply of [await unassign([assigned[0], assigned[1]]), await unassign([assigned[0]])]) {
      expect([reply.status, numbersOf(reply)]).toEqual([200, [assigned[2]]])
    }
    expect(sandbox.store.numbers.get(assigned[0])).toMatchObject({
      account_uuid: seededAccess.accountUuid,
      campaign_id: null,
    })
  })

  test('from another campaign is refused, as for numbers that are not provisioned', async () => {
    const world = await start()
    const second = await secondCampaign(world)
    const elsewhere = await world.unassign([assigned[0]], second)
    expect([elsewhere.status, problemsOf(elsewhere)]).toEqual([409, [`tns[0] ${assigned[0]} is in campaign CSMILE1`]])
    expect((await world.unassign([free])).status).toBe(404)
  })
})
