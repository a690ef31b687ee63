import {execFile} from 'node:child_process'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {describe, expect, test} from 'vitest'
import {openSandbox} from '../../src/sandbox/sandbox.ts'
import {
  seededAccess,
  seededLocationUuid,
  seededNeighbour,
  seededNumbers,
  seededReader,
} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, numberRange, problemsOf, serve, signedIn, signIn, temporaryFolder} from './support.ts'

const {accountUuid: account, userUuid: user} = seededAccess
const {free, neighbours, assigned} = seededNumbers

describe('provisioning', () => {
  const body = (numbers: readonly string[], more: object = {}) => ({
    numbers,
    account_uuid: account,
    user_uuid: user,
    ...more,
  })

  test('gives numbers to the account and user, with defaults, one entry per number', async () => {
    const sandbox = freshSandbox()
    sandbox.clock.stop()
    const send = await signedIn(sandbox)
    const reply = await send(
      'POST /sms/provision',
      body([free, '9412340101'], {reference_id: 7, help_text: 'Call us', country_format: 'US'}),
    )
    const entry = {
      account_uuid: account,
      user_uuid: user,
      provider: 'VI',
      campaign_id: null,
      help_text: 'Call us',
      is_campaign: true,
      reference_id: '7',
      reference_text: null,
      provisioned_datetime: new Date(sandbox.clock.now()).toISOString(),
    }
    expect([reply.status, reply.json()]).toEqual([
      200,
      {
        enabled: [
          {number: '+19412340100', ...entry},
          {number: '+19412340101', ...entry},
        ],
      },
    ])
    expect((await send('GET /sms/provision/numbers/number/%2B19412340101')).json()).toMatchObject(entry)
  })

  test("falls back to the user's account, and to the caller's", async () => {
    const send = await signedIn(freshSandbox())
    const provision = async (more: object) =>
      (await send('POST /sms/provision', more)).json() as {enabled: {account_uuid: string; user_uuid: string}[]}
    expect((await provision({numbers: [free], user_uuid: seededReader.userUuid})).enabled).toMatchObject([
      {account_uuid: account, user_uuid: seededReader.userUuid},
    ])
    expect((await provision({numbers: ['9412340101']})).enabled).toMatchObject([
      {account_uuid: account, user_uuid: null},
    ])
  })

  test('to an account below works, to one that the caller does not see it is 404, for readers 403', async () => {
    const sandbox = freshSandbox()
    const send = await signedIn(sandbox)
    const to = (uuid: string) => ({numbers: [free], account_uuid: uuid})
    expect((await send('POST /sms/provision', to(seededNeighbour.accountUuid))).status).toBe(404)
    expect((await send('POST /sms/provision', body([free], {user_uuid: seededNeighbour.userUuid}))).status).toBe(404)
    const asReader = await signedIn(sandbox, seededReader)
    expect((await asReader('POST /sms/provision', body([free]))).status).toBe(403)
    expect((await send('POST /sms/provision', to(seededLocationUuid))).status).toBe(200)
    expect(sandbox.store.numbers.get(free)?.account_uuid).toBe(seededLocationUuid)
  })

  test('is all or nothing: a number that is taken meanwhile is named, and none is provisioned', async () => {
    const sandbox = freshSandbox()
    const neighbour = await signedIn(sandbox, seededNeighbour)
    await neighbour('POST /sms/provision', {numbers: ['+19412340101']})
    const send = await signedIn(sandbox)
    const before = sandbox.status().counts.numbers
    const reply = await send('POST /sms/provision', body([free, '+19412340101', '+19412340001']))
    expect([reply.status, problemsOf(reply)]).toEqual([
      409,
      ['numbers[1] +19412340101 was taken', 'numbers[2] +19412340001 is already provisioned to this account'],
    ])
    expect(sandbox.status().counts.numbers).toEqual(before)
  })

  test.each([
    ['not in the inventory', [free, '+19999999999'], 404, ['numbers[1] +19999999999 is not in the inventory']],
    ['twice', [free, '9412340100'], 400, ['numbers[1] +19412340100 is there twice']],
    [
      'no phone number',
      ['call me', '19412340100', '+1 941 234 0100'],
      400,
      ['call me', '19412340100', '+1 941 234 0100'].map(
        (text, index) => `numbers[${index}] ${text} is not a phone number like +19412340001`,
      ),
    ],
    ['none', [], 400, ['numbers is required']],
    ['too many', numberRange(101, 20), 400, ['numbers must have at most 100 numbers']],
  ])('of numbers that are %s is refused', async (_what, numbers, status, details) => {
    const sandbox = freshSandbox()
    const send = await signedIn(sandbox)
    const before = sandbox.status().counts.numbers
    const reply = await send('POST /sms/provision', body(numbers))
    expect([reply.status, problemsOf(reply)]).toEqual([status, details])
    expect(sandbox.status().counts.numbers).toEqual(before)
  })

  test('takes a hundred at once', async () => {
    const sandbox = freshSandbox()
    const reply = await (await signedIn(sandbox))('POST /sms/provision', body(numberRange(100)))
    expect((reply.json() as {enabled: unknown[]}).enabled).toHaveLength(100)
    expect(sandbox.status().counts.numbers.provisioned).toBe(114)
  })

  test('twice shows: the second one is 409', async () => {
    const send = await signedIn(freshSandbox())
    const statuses = [await send('POST /sms/provision', body([free])), await send('POST /sms/provision', body([free]))]
    expect(statuses.map((reply) => reply.status)).toEqual([200, 409])
  })

  test('of one number by two processes at once: one wins, the other gets 409', async () => {
    const file = join(temporaryFolder(), 'sandbox.db')
    const sandbox = openSandbox({file})
    const {access_token: token} = await signIn(sandbox)
    await sandbox.close()
    const script = join(import.meta.dirname, 'processes/provision.ts')
    const rounds = numberRange(20)
    const runs = await Promise.all(
      ['a', 'b'].map((name) =>
        promisify(execFile)(process.execPath, ['--import', 'tsx', script, file, name, token, ...rounds]),
      ),
    )
    const [one = [], other = []] = runs.map(({stdout}) => JSON.parse(stdout) as number[])
    const outcomes = rounds.map((_, index) => [one[index], other[index]].toSorted())
    expect(outcomes).toEqual(rounds.map(() => [200, 409]))
    const after = openSandbox({file})
    expect(after.status().counts.numbers.provisioned).toBe(14 + rounds.length)
    await after.close()
  })

  test('works over HTTP', async () => {
    const sandbox = freshSandbox()
    const {access_token: token} = await signIn(sandbox)
    const reply = await fetch(`${await serve(sandbox)}/sms/provision`, {
      method: 'POST',
      headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
      body: JSON.stringify(body([free])),
    })
    expect(await reply.json()).toMatchObject({enabled: [{number: free, account_uuid: account}]})
  })
})

describe('releasing', () => {
  const body = (numbers: readonly string[]) => ({numbers, account_uuid: account, user_uuid: user, provider: 'VI'})

  test('puts numbers back up for sale, out of their campaign, one entry per number', async () => {
    const sandbox = freshSandbox()
    const send = await signedIn(sandbox)
    const reply = await send('POST /sms/deprovision', body([assigned[0], '9412340001', '+19412340011']))
    expect([reply.status, reply.json()]).toMatchObject([
      200,
      {disabled: [{number: assigned[0], campaign_id: 'CSMILE1'}, {number: '+19412340001'}, {number: '+19412340011'}]},
    ])
    expect(sandbox.store.numbers.get(assigned[0])).toMatchObject({
      account_uuid: null,
      campaign_id: null,
      help_text: null,
    })
    expect((await send(`GET /sms/provision/numbers/number/${assigned[0]}`)).status).toBe(404)
    expect((await send('GET /sms/number/available/dids?npa=941&tier=1')).text).toContain('+19412340001')
    expect((await send('POST /sms/deprovision', body([assigned[0]]))).status).toBe(404)
  })

  test.each([
    ['nobody has', free, 404, `numbers[1] ${free} is not provisioned`],
    ['do not exist', '+19999999999', 404, 'numbers[1] +19999999999 is not provisioned'],
    ['an account has that is not seen', neighbours[0], 404, `numbers[1] ${neighbours[0]} is not provisioned`],
    [
      'another user has',
      '+19412340009',
      409,
      `numbers[1] +19412340009 is provisioned to user ${seededReader.userUuid}`,
    ],
  ])('of numbers that %s is refused, and none is released', async (_what, number, status, detail) => {
    const sandbox = freshSandbox()
    const send = await signedIn(sandbox)
    const reply = await send('POST /sms/deprovision', body(['+19412340001', number]))
    expect([reply.status, problemsOf(reply)]).toEqual([status, [detail]])
    expect(sandbox.status().counts.numbers.provisioned).toBe(14)
  })

  test('from the wrong account is 409, and without user_uuid any user of the account will do', async () => {
    const send = await signedIn(freshSandbox())
    const wrong = await send('POST /sms/deprovision', {numbers: ['+19412340009'], account_uuid: seededLocationUuid})
    expect([wrong.status, problemsOf(wrong)]).toEqual([
      409,
      [`numbers[0] +19412340009 is provisioned to account ${account}`],
    ])
    expect((await send('POST /sms/deprovision', {numbers: ['+19412340009'], account_uuid: account})).status).toBe(200)
  })
})
