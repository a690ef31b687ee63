import {beforeEach, describe, expect, test} from 'vitest'
import {messages, type StoredMessage} from '../../src/sandbox/messaging/messages.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'

const inCampaign = '+19412340003'
/** Later than any message of a fresh sandbox. */
const seededUntil = '2025-03'
const friend = '+19415550123'

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

/** What the sandbox has of messages that were sent. */
function sent(): Promise<StoredMessage[]> {
  return world.inside(({store}) => {
    const all = store.collection(messages).find({where: {account_uuid: seededAccess.accountUuid}})
    return all.filter(({datetime}) => datetime > seededUntil)
  })
}

function send(...args: string[]): string[] {
  return ['sms', 'send', '--from', inCampaign, ...args]
}

describe('in a conversation', () => {
  test('a text goes to a number, and the next into the same conversation', async () => {
    const rows = [
      await world.json<StoredMessage>(...send('--number', '(941) 555-0123', '--text', 'See you at 9.')),
      await world.json<StoredMessage>(...send('--number', friend, '--text', 'Or at 10.')),
    ]
    expect(rows[0]).toMatchObject({
      status: 'sent',
      from: inCampaign,
      channel: 'sms',
      content: [{type: 'text', body: 'See you at 9.'}],
    })
    expect(rows[1]!.conversation_uuid).toBe(rows[0]!.conversation_uuid)
    expect((await sent()).map(({recipients}) => recipients)).toEqual([[friend], [friend]])
  })

  test('it goes to several', async () => {
    await world.ok(...send('--number', friend, '--number', '+19415550124', '--text', 'Hello.'))
    expect((await sent()).map(({recipients}) => recipients)).toEqual([[friend, '+19415550124']])
  })

  test('the text may come from standard input', async () => {
    const args = send('--number', friend, '--text', '-')
    expect(await world.run(args, {stdin: 'pipe', input: 'Two\nlines\n'})).toMatchObject({exitCode: 0})
    expect((await sent()).map(({content}) => content[0]!.body)).toEqual(['Two\nlines'])
  })
})

describe('outside any conversation', () => {
  test('a text goes to a number, with data beside it', async () => {
    const args = send('--direct', '--to', friend, '--text', 'Your code is 1234.', '--metadata', '{"order":7}')
    const id = await world.ok(...args, '-o', 'id')
    expect(await sent()).toMatchObject([{uuid: id, to: friend, from: inCampaign, metadata: {order: 7}}])
  })

  test('a number outside any active campaign is blocked, and says why', async () => {
    const args = ['sms', 'send', '--direct', '--from', '+19412340001', '--to', friend, '--text', 'Hello.']
    expect(await world.ok(...args, '--columns', 'status,status_reason')).toMatch(/^blocked\t.+campaign/)
  })
})

describe('what goes wrong', () => {
  test.each([
    [['--text', 'x'], '--number'],
    [['--direct', '--text', 'x'], '--direct needs --to'],
    [['--direct', '--to', friend, '--number', friend, '--text', 'x'], '--direct needs --to, and takes no --number'],
    [['--number', friend, '--to', friend, '--text', 'x'], '--to goes with --direct'],
    [['--number', friend, '--metadata', '{}', '--text', 'x'], 'go with --direct'],
    [['--number', friend], 'Missing --text'],
    [['--number', '911', '--text', 'x'], '--number: “911” is too short'],
    [['--number', friend, '--text', ''], '--text is empty'],
    [['--direct', '--to', friend, '--text', 'x', '--metadata', '{'], '--metadata is not JSON'],
  ])('%j is exit 2, and nothing is sent', async (args, message) => {
    expect(await world.fails(2, ...send(...args))).toContain(message)
    expect(await sent()).toEqual([])
  })

  test('a number of somebody else is exit 4', async () => {
    const args = ['--from', '+19412350001', '--text', 'x']
    await world.fails(4, 'sms', 'send', '--number', friend, ...args)
    await world.fails(4, 'sms', 'send', '--direct', '--to', friend, ...args)
  })

  test.each([
    ['in a conversation', ['--number', friend], '/messaging/users/*/messages'],
    ['outside any', ['--direct', '--to', friend], '/sms/messages/send'],
  ])('a message %s whose reply is lost is not sent again', async (_, args, path) => {
    await world.inside(({faults}) => faults.set({kind: 'drop', after: true, method: 'POST', path}))
    const stderr = await world.fails(10, ...send(...args, '--text', 'Once.'))
    expect(stderr).toContain('It was not sent a second time.')
    expect(await sent()).toHaveLength(1)
  })
})

test('--dry-run shows what would be sent', async () => {
  const [conversation, direct] = await Promise.all([
    world.request(...send('--number', friend, '--text', 'x')),
    world.request(...send('--direct', '--to', friend, '--text', 'x')),
  ])
  expect(conversation).toBe(`POST /messaging/users/${seededAccess.userUuid}/conversations`)
  expect(direct).toBe('POST /sms/messages/send')
})

describe('--dry-run names what follows, where replies tell it', () => {
  const later = async (...args: string[]) => (await world.run([...args, '--dry-run'])).stderr
  const named = (line: string) => `What follows depends on replies: ${line}`
  const user = seededAccess.userUuid

  test.each([
    [send('--number', friend, '--text', 'x'), named('POST /messaging/users/{user_uuid}/messages')],
    [send('--direct', '--to', friend, '--text', 'x'), ''],
    [['numbers', 'search', '--area-code', '941', '--provision', '2'], named('POST /sms/provision')],
    [['numbers', 'search', '--area-code', '941'], ''],
    [['objects', 'delete', user], named('DELETE /auth/user-groups/{user_group_uuid}')],
    [['objects', 'update', '7702b77c-7989-5cee-8be4-0bce21d80042', '-F', 'name=x'], ''],
    [['auth', 'resources', 'users', user], named('GET /auth/user-groups/{group_uuid}/users')],
  ])('%j', async (args, told) => {
    expect(await later(...args)).toBe(told)
  })

  test('of many rows, once', async () => {
    const rows = [friend, '+19415550124'].map((number) => JSON.stringify({number, text: 'x'})).join('\n')
    const {stderr, stdout} = await world.run([...send('--from-file', '-'), '--dry-run'], {stdin: 'pipe', input: rows})
    expect(stdout.match(/^curl /gm)).toHaveLength(2)
    expect(stderr).toBe(named('POST /messaging/users/{user_uuid}/messages'))
  })
})
