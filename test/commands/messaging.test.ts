import {beforeEach, describe, expect, test} from 'vitest'
import {seededAccess, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'

interface Conversation {
  uuid: string
  context: {uuid: string; archived: boolean}
  phone_numbers: string[]
  snooze: boolean
}

interface Message {
  uuid: string
  from: string
  status: string
  status_reason?: string
  tags: string[]
  content: {type: string; body: string}[]
}

const office = '+19412340003'
const friend = '+19415550123'

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

const run = (...args: string[]) => world.ok('messaging', ...args)
const opened = (number = friend) =>
  world.json<Conversation>('messaging', 'conversations', 'create', '--number', number, '--name', number)
const messagesIn = ({uuid}: Conversation) =>
  world.json<Message[]>('messaging', 'messages', 'list', uuid, '--sort', 'datetime')

test('a conversation lives: opened, found, written in, read, snoozed, archived, deleted', async () => {
  const conversation = await opened('(941) 555-0123')
  const {uuid, context} = conversation
  expect(conversation.phone_numbers).toEqual([friend])
  expect(await opened()).toEqual(conversation)
  expect(await run('conversations', 'find', '--number', friend)).toBe(context.uuid)
  expect(await run('conversations', 'find', '--number', friend, '-o', 'json')).toBe(`"${context.uuid}"`)

  const from = await run('users', 'number')
  await run('messages', 'reply', '--to', context.uuid, '--from', from, '--text', 'See you at 9.')
  const picture = {type: 'image', body: 'https://sunrise.example/map.png'}
  const parts = ['--content', '[{"type": "text", "body": "The way"}]', '--content', JSON.stringify(picture)]
  const sent = await world.json<Message>(
    ...['messaging', 'messages', 'send', '--to', context.uuid, '--from', office, '--channel', 'mms', ...parts],
  )
  expect(sent.content).toEqual([{type: 'text', body: 'The way'}, picture])

  await run('conversations', 'mark-read', uuid)
  expect((await messagesIn(conversation)).map(({tags}) => tags)).toEqual([['@read'], ['@read']])
  await run('messages', 'delete', sent.uuid, '--yes')
  expect(await messagesIn(conversation)).toHaveLength(1)

  await run('conversations', 'snooze', uuid, '--snooze')
  await run('conversations', 'archive', uuid, '--archived')
  expect(await world.json('messaging', 'conversations', 'get', uuid)).toMatchObject({
    snooze: true,
    context: {archived: true},
  })
  expect(await run('conversations', 'list', '--filter', 'snooze=true', '-o', 'id')).toBe(uuid)
  await run('conversations', 'snooze', uuid)
  await run('conversations', 'archive', uuid)
  const after = await world.json<Conversation>('messaging', 'conversations', 'get', uuid)
  expect([after.snooze, after.context.archived]).toEqual([false, false])

  await run('conversations', 'delete', uuid, '--yes')
  await world.fails(5, 'messaging', 'conversations', 'get', uuid)
})

test('one thing and several are deleted by calls of their own', async () => {
  const conversation = await opened()
  const {uuid} = conversation
  const request = (...args: string[]) => world.request('messaging', ...args)
  expect(await request('conversations', 'delete', uuid)).toBe(`DELETE /messaging/conversations/${uuid}`)
  expect(await request('conversations', 'delete', uuid, uuid)).toBe('POST /messaging/conversations/remove')
  expect(await request('messages', 'delete', uuid)).toBe(`DELETE /messaging/messages/${uuid}`)
  expect(await request('messages', 'delete', uuid, uuid)).toBe('POST /messaging/messages/remove')
  await world.fails(2, 'messaging', 'conversations', 'delete', uuid, seededAccess.userUuid)
  await run('conversations', 'delete', uuid, seededAccess.userUuid, '--yes')
  await world.fails(5, 'messaging', 'conversations', 'delete', uuid, '--yes')
})

test('conversations are listed beyond the hundred of a page, each with its last message', async () => {
  await world.inside(async (sandbox) => {
    const {openConversation} = await import('../../src/sandbox/messaging/conversations.ts')
    for (let count = 0; count < 130; count++) {
      const phoneNumbers = [`+1415555${String(1000 + count)}`]
      openConversation(sandbox, seededAccess.userUuid, {phoneNumbers})
    }
  })
  const all = await run('conversations', 'list', '--all', '-o', 'id')
  expect(new Set(all.split('\n')).size).toBe(131)
  expect((await run('conversations', 'list', '--limit', '120', '-o', 'id')).split('\n')).toHaveLength(120)
  const [seeded] = await world.json<{messages: Message[]}[]>('messaging', 'conversations', 'list', '--offset', '130')
  expect(seeded?.messages).toMatchObject([{content: [{body: 'Thank you, see you on Monday.'}]}])
})

test('a user without a number for SMS is told of, with the way to give one: exit 5', async () => {
  const user = ['--user', seededReader.userUuid]
  const report = JSON.parse(await world.fails(5, 'messaging', 'users', 'number', ...user, '-o', 'json')) as object
  expect(report).toMatchObject({
    code: 'no-sms-number',
    hint: `To give one: commsctl identities aliases set-did ${seededReader.userUuid} NUMBER`,
  })
  await world.ok('identities', 'aliases', 'create', seededReader.userUuid, '-F', 'nickname=Ben')
  await world.ok('identities', 'aliases', 'create', seededReader.userUuid, '-F', 'sms=+19412340009')
  expect(await run('users', 'number', ...user)).toBe('+19412340009')
})

test('content that is not parts is exit 2, before anything is sent', async () => {
  const args = ['messaging', 'messages', 'send', '--to', seededAccess.userUuid, '--from', office]
  expect(await world.fails(2, ...args, '--content', '{"type": "text"}')).toContain('body is missing')
  expect(await world.fails(2, ...args)).toContain('Missing --content')
})

describe('sandbox inbound', () => {
  const inbound = (text: string, from = friend) =>
    world.json<Record<string, string | null>>('sandbox', 'inbound', '--from', from, '--to', office, '--text', text)

  test('lets a text arrive; STOP is answered, and blocks what is sent there until START', async () => {
    const conversation = await opened()
    expect(await inbound('Am I late?')).toMatchObject({
      ...{conversation_uuid: conversation.uuid, user_uuid: seededAccess.userUuid},
      ...{from: friend, to: office, text: 'Am I late?', answer: null},
    })
    expect((await inbound('stop'))['answer']).toContain('you will get no more messages')
    const reply = () =>
      world.json<Message>(
        ...['messaging', 'messages', 'reply', '--to', conversation.context.uuid, '--from', office, '--text', 'x'],
      )
    expect(await reply()).toMatchObject({
      status: 'blocked',
      status_reason: `${friend} has opted out of campaign CSMILE1.`,
    })
    await inbound('START')
    expect(await reply()).toMatchObject({status: 'sent'})
    expect((await messagesIn(conversation)).map(({status}) => status)).toEqual([
      'received',
      'received',
      'sent',
      'blocked',
      'received',
      'sent',
      'sent',
    ])
  })

  test('to a number that nobody has is exit 5', async () => {
    const args = ['--from', friend, '--to', '+19412340100', '--text', 'x']
    expect(await world.fails(5, 'sandbox', 'inbound', ...args)).toContain('is not provisioned in the sandbox')
  })
})

describe('sandbox outbox', () => {
  const outbox = (...args: string[]) => world.json<Record<string, unknown>[]>('sandbox', 'outbox', ...args)

  test('lists what was sent, newest first, by channel and by who got it', async () => {
    await world.ok('sms', 'send', '--direct', '--from', office, '--to', friend, '--text', 'See you at 9.')
    const mail = ['--from', 'office@sunrise.example', '--subject', 'Hello', '--text', 'Hi.']
    await world.ok('email', 'send', ...mail, '--to', 'ada@patients.example', '--bcc', 'boss@sunrise.example')
    await world.ok('mobile', 'push', '--application', 'com.example', '--device', 'pixel-7', '--message', 'Hello')
    const all = await outbox('list')
    expect(all.slice(0, 3).map(({channel}) => channel)).toEqual(['push', 'email', 'sms'])
    expect(await outbox('list', '--channel', 'email', '--to', 'Boss@sunrise.example')).toMatchObject([
      {subject: 'Hello', sent_by: seededAccess.userUuid},
    ])
    const [text] = await outbox('list', '--to', '9415550123')
    expect(await world.json('sandbox', 'outbox', 'get', String(text?.['uuid']))).toEqual(text)
    expect(await outbox('list', '--channel', 'email', '--to', friend)).toEqual([])
    expect(await outbox('list', '--limit', '1')).toHaveLength(1)
  })

  test('holds the codes that the platform sends', async () => {
    const args = ['--type', 'SMS', '--source', friend]
    const token = await world.ok('identities', 'mfa', 'init', seededReader.userUuid, ...args, '-o', 'id')
    const code = await world.ok('sandbox', 'outbox', 'list', '--to', friend, '--jq', '.[0].secret')
    const confirm = ['identities', 'mfa', 'confirm', seededReader.userUuid, '--token', token, '--code', code.trim()]
    await world.ok(...confirm)
  })

  test('is emptied when told so, and conversations keep their messages', async () => {
    expect(await world.fails(2, 'sandbox', 'outbox', 'clear')).toContain('--yes')
    const {stderr} = await world.run(['sandbox', 'outbox', 'clear', '--yes'])
    expect(stderr).toBe('Removed 2 messages.')
    expect(await outbox('list')).toEqual([])
    const [conversation] = await world.json<Conversation[]>('messaging', 'conversations', 'list')
    expect(await messagesIn(conversation!)).toHaveLength(3)
    expect(await world.fails(5, 'sandbox', 'outbox', 'get', seededAccess.userUuid)).toContain('no message')
  })
})
