import {describe, expect, test} from 'vitest'
import {conversations} from '../../src/sandbox/messaging/conversations.ts'
import {messages} from '../../src/sandbox/messaging/messages.ts'
import {receiveText} from '../../src/sandbox/messaging/inbound.ts'
import {readOutbox} from '../../src/sandbox/outbox.ts'
import {seededAccess, seededNeighbour, seededNumbers, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, type Reply, signedIn} from './support.ts'

const {assigned, unassigned} = seededNumbers
const office = assigned[0]
const customer = '+14155550100'
const mine = `/messaging/users/${seededAccess.userUuid}`
const one = (uuid: string, path = '') => `/messaging/conversations/${uuid}${path}`
const day = 24 * 60 * 60 * 1000
const nobody = '00000000-0000-4000-8000-000000000000'

interface Conversation {
  uuid: string
  context: {uuid: string; archived: boolean}
  name: string
  phone_numbers: string[]
}

interface Message {
  uuid: string
  tags: string[]
  status: string
  status_reason?: string
}

async function administrator() {
  const sandbox = freshSandbox()
  const send = await signedIn(sandbox)
  const open = async (number = customer) =>
    (await send(`POST ${mine}/conversations`, {phone_numbers: [number]})).json() as Conversation
  const write = async ({context}: Conversation, body = 'Hello.') =>
    (
      await send(`POST ${mine}/messages`, {to: context.uuid, from: office, content: [{type: 'text', body}]})
    ).json() as Message
  const read = async ({uuid}: Conversation) => items<Message>(await send(`GET ${one(uuid, '/messages')}?sort=datetime`))
  return {sandbox, send, open, write, read}
}

const items = <T>(reply: Reply) => (reply.json() as {items: T[]}).items

describe('a conversation', () => {
  test('is shown by its uuid, with its latest message when asked', async () => {
    const {send, open, write} = await administrator()
    const conversation = await open()
    const message = await write(conversation)
    const shown = await send(`GET ${one(conversation.uuid)}?status=any`)
    expect([shown.status, shown.json()]).toMatchObject([200, {uuid: conversation.uuid, phone_numbers: [customer]}])
    expect(shown.json()).not.toHaveProperty('messages')
    expect((await send(`GET ${one(conversation.uuid)}?expand=messages`)).json()).toMatchObject({messages: [message]})
  })

  test('is snoozed and woken', async () => {
    const {send, open} = await administrator()
    const {uuid} = await open()
    const modify = (body: object) => send(`POST ${one(uuid, '/modify')}`, body)
    expect((await modify({snooze: true})).json()).toMatchObject({uuid, snooze: true})
    expect(items(await send(`GET ${mine}/conversations?snooze=true`))).toMatchObject([{uuid}])
    expect((await modify({snooze: false})).json()).toMatchObject({uuid, snooze: false})
    expect((await modify({snooze: 'yes'})).status).toBe(400)
    expect((await modify({})).status).toBe(400)
  })

  test('is archived and restored with an empty 204', async () => {
    const {send, open} = await administrator()
    const {uuid} = await open()
    const archive = (archived: boolean) => send(`POST ${one(uuid, '/context/modify')}`, {archived})
    const reply = await archive(true)
    expect(reply).toMatchObject({status: 204, text: ''})
    expect(reply.headers).not.toHaveProperty('content-type')
    expect((await send(`GET ${one(uuid)}`)).json()).toMatchObject({context: {archived: true}})
    expect(items(await send(`GET ${mine}/conversations?context.archived=true`))).toMatchObject([{uuid}])
    await archive(false)
    expect((await send(`GET ${one(uuid)}`)).json()).toMatchObject({context: {archived: false}})
  })

  test('has all its messages marked as read', async () => {
    const {send, open, write, read} = await administrator()
    const conversation = await open()
    await write(conversation)
    await write(conversation)
    const reply = await send(`POST ${one(conversation.uuid, '/messages/modify')}`, {tags: ['@read']})
    expect([reply.status, reply.json()]).toMatchObject([200, {uuid: conversation.uuid}])
    await send(`POST ${one(conversation.uuid, '/messages/modify')}`, {tags: ['@read', 'done']})
    expect((await read(conversation)).map(({tags}) => tags)).toEqual([
      ['@read', 'done'],
      ['@read', 'done'],
    ])
    expect((await send(`POST ${one(conversation.uuid, '/messages/modify')}`, {})).status).toBe(400)
  })

  test('pages in order, however many there are', async () => {
    const {sandbox, send} = await administrator()
    const numbers = Array.from({length: 130}, (_, index) => `+1415555${String(1000 + index)}`)
    for (const number of numbers) {
      sandbox.clock.advance(1000)
      await send(`POST ${mine}/conversations`, {phone_numbers: [number]})
    }
    const page = async (offset: number) => send(`GET ${mine}/conversations?limit=100&offset=${offset}`)
    const [first, second] = [await page(0), await page(100)]
    expect(first.json()).toMatchObject({metadata: {total: 131, offset: 0, count: 100, limit: 100}})
    expect(second.json()).toMatchObject({metadata: {total: 131, offset: 100, count: 31, limit: 100}})
    const found = [first, second].flatMap((reply) => items<Conversation>(reply)).flatMap((item) => item.phone_numbers)
    expect(found.slice(0, 130)).toEqual(numbers.toReversed())
  })
})

describe('deleting conversations', () => {
  test('hides one: it is not found, listed or written into any more, and the next one is new', async () => {
    const {send, open, write} = await administrator()
    const conversation = await open()
    await write(conversation)
    expect(await send(`DELETE ${one(conversation.uuid)}`)).toMatchObject({status: 204, text: ''})
    for (const path of ['', '/messages']) expect((await send(`GET ${one(conversation.uuid, path)}`)).status).toBe(404)
    expect((await send(`DELETE ${one(conversation.uuid)}`)).status).toBe(404)
    expect(await write(conversation)).toMatchObject({code: 404})
    const listed = items<Conversation>(await send(`GET ${mine}/conversations`))
    expect(listed.map(({uuid}) => uuid)).not.toContain(conversation.uuid)
    expect((await open()).uuid).not.toBe(conversation.uuid)
  })

  test('keeps them for 30 days', async () => {
    const {sandbox, send, open, write} = await administrator()
    const conversation = await open()
    await write(conversation)
    await send(`DELETE ${one(conversation.uuid)}`)
    const kept = () => [
      sandbox.store.collection(conversations).get(conversation.uuid)?.context.archived,
      sandbox.store.collection(messages).count({where: {conversation_uuid: conversation.uuid}}),
    ]
    sandbox.clock.advance(30 * day - 60_000)
    await sandbox.agenda.run()
    expect(kept()).toEqual([true, 1])
    sandbox.clock.advance(60_000)
    await sandbox.agenda.run()
    expect(kept()).toEqual([undefined, 0])
  })

  test('of many takes those that are there, and passes over the rest and what is not ours', async () => {
    const {sandbox, send, open} = await administrator()
    const [first, second, third] = [await open(), await open('+14155550101'), await open('+14155550102')]
    const neighbour = await signedIn(sandbox, seededNeighbour)
    const theirs = (
      await neighbour(`POST /messaging/users/${seededNeighbour.userUuid}/conversations`, {phone_numbers: [customer]})
    ).json() as Conversation
    const wanted = [first.uuid, {uuid: second.uuid}, nobody, theirs.uuid]
    expect(await send('POST /messaging/conversations/remove', {conversations: wanted})).toMatchObject({
      status: 204,
      text: '',
    })
    const left = items<Conversation>(await send(`GET ${mine}/conversations`)).map(({uuid}) => uuid)
    expect(left).toContain(third.uuid)
    expect(left).not.toContain(first.uuid)
    expect(left).not.toContain(second.uuid)
    expect((await neighbour(`GET ${one(theirs.uuid)}`)).status).toBe(200)
    expect((await send('POST /messaging/conversations/remove', {})).status).toBe(400)
    expect((await send('POST /messaging/conversations/remove', {conversations: [7]})).status).toBe(400)
  })
})

describe('deleting messages', () => {
  test('takes one away, with an empty 204', async () => {
    const {send, open, write, read} = await administrator()
    const conversation = await open()
    const [first, second] = [await write(conversation, 'one'), await write(conversation, 'two')]
    expect(await send(`DELETE /messaging/messages/${first.uuid}`)).toMatchObject({status: 204, text: ''})
    expect(await read(conversation)).toEqual([second])
    expect((await send(`DELETE /messaging/messages/${first.uuid}`)).status).toBe(404)
  })

  test('takes many away, and passes over those that are not there or not ours', async () => {
    const {sandbox, send, open, write, read} = await administrator()
    const conversation = await open()
    const written = [await write(conversation), await write(conversation), await write(conversation)]
    const [first, second, third] = written as [Message, Message, Message]
    const neighbour = await signedIn(sandbox, seededNeighbour)
    const remove = (user: typeof send, uuids: string[]) => user('POST /messaging/messages/remove', {messages: uuids})
    expect((await remove(neighbour, [third.uuid])).status).toBe(204)
    expect((await remove(send, [first.uuid, nobody, second.uuid])).status).toBe(204)
    expect(await read(conversation)).toEqual([third])
    expect((await neighbour(`DELETE /messaging/messages/${third.uuid}`)).status).toBe(404)
  })
})

test.each([
  ['GET', ''],
  ['DELETE', ''],
  ['POST', '/modify'],
  ['POST', '/context/modify'],
  ['POST', '/messages/modify'],
  ['GET', '/messages'],
])('somebody else’s conversation does not exist: %s %s', async (method, path) => {
  const {sandbox, open} = await administrator()
  const {uuid} = await open()
  const neighbour = await signedIn(sandbox, seededNeighbour)
  const body = {snooze: true, archived: true, tags: ['@read']}
  expect((await neighbour(`${method} ${one(uuid, path)}`, method === 'POST' ? body : undefined)).status).toBe(404)
})

test('who may only read changes nothing', async () => {
  const {sandbox, open} = await administrator()
  const {uuid} = await open()
  const reader = await signedIn(sandbox, seededReader)
  expect((await reader(`GET ${one(uuid)}`)).status).toBe(200)
  expect((await reader(`DELETE ${one(uuid)}`)).status).toBe(403)
  expect((await reader('POST /messaging/conversations/remove', {conversations: [uuid]})).status).toBe(403)
})

test('a user who is deleted leaves no conversations', async () => {
  const {sandbox, send} = await administrator()
  const theirs = `/messaging/users/${seededReader.userUuid}/conversations`
  const {uuid} = (await send(`POST ${theirs}`, {phone_numbers: [customer]})).json() as Conversation
  await send(`DELETE /identity/identities/${seededReader.userUuid}`)
  expect(sandbox.store.collection(conversations).get(uuid)).toBeUndefined()
})

describe('a text from outside', () => {
  test('arrives in the conversation of the user who has the number, unread', async () => {
    const {sandbox, send, open, read} = await administrator()
    const conversation = await open()
    sandbox.clock.advance(60_000)
    const {message, answer} = receiveText(sandbox, {from: customer, to: office, text: 'Am I late?'})
    expect(message).toMatchObject({
      conversation_uuid: conversation.uuid,
      to: conversation.context.uuid,
      from: customer,
      content: [{type: 'text', body: 'Am I late?'}],
      status: 'received',
      tags: [],
    })
    expect(answer).toBeUndefined()
    expect(await read(conversation)).toMatchObject([{uuid: message.uuid}])
    expect(items(await send(`GET ${mine}/conversations`))[0]).toMatchObject({
      uuid: conversation.uuid,
      last_message_datetime: message.datetime,
    })
    expect(readOutbox(sandbox.store, {to: customer})).toEqual([])
  })

  test('opens a conversation when there is none, or the one there was is deleted', async () => {
    const {sandbox, send, open} = await administrator()
    const conversation = await open()
    await send(`DELETE ${one(conversation.uuid)}`)
    const arrived = receiveText(sandbox, {from: customer, to: office, text: 'Hello?'}).conversation
    expect(arrived).toMatchObject({user_uuid: seededAccess.userUuid, phone_numbers: [customer]})
    expect(arrived.uuid).not.toBe(conversation.uuid)
  })

  test('to a number of an account goes to the user who has it as an alias; without one, nobody gets it', async () => {
    const {sandbox, send} = await administrator()
    const number = '+19412340011'
    expect(() => receiveText(sandbox, {from: customer, to: number, text: 'Hello?'})).toThrow(`${number} is no user’s`)
    await send(`PUT /identity/identities/${seededReader.userUuid}/aliases/${number}`)
    const {conversation} = receiveText(sandbox, {from: customer, to: number, text: 'Hello?'})
    expect(conversation.user_uuid).toBe(seededReader.userUuid)
    expect(() => receiveText(sandbox, {from: customer, to: seededNumbers.free, text: 'x'})).toThrow('not provisioned')
  })

  test.each([
    ['STOP', 'you will get no more messages'],
    [' stop\n', 'you will get no more messages'],
    ['START', 'you will get appointment reminders'],
    ['Help', 'for help call'],
  ])('that is the keyword %j is answered by the campaign', async (text, words) => {
    const {sandbox, open, read} = await administrator()
    const conversation = await open()
    const {answer} = receiveText(sandbox, {from: customer, to: office, text})
    expect(answer).toMatchObject({from: office, recipients: [customer], status: 'sent'})
    expect(answer?.content[0]?.body).toContain(words)
    expect(await read(conversation)).toHaveLength(2)
    expect(readOutbox(sandbox.store, {to: customer})).toMatchObject([{from: office, sent_by: null}])
  })

  test('that says STOP blocks what the campaign’s numbers send there, until START', async () => {
    const {sandbox, send, open, write} = await administrator()
    const [conversation, other] = [await open(), await open('+14155550101')]
    receiveText(sandbox, {from: customer, to: office, text: 'STOP'})
    const blocked = {status: 'blocked', status_reason: `${customer} has opted out of campaign CSMILE1.`}
    expect(await write(conversation)).toMatchObject(blocked)
    const direct = {to: customer, from: assigned[1], content: [{type: 'text', body: 'x'}]}
    expect((await send('POST /sms/messages/send', direct)).json()).toMatchObject(blocked)
    expect(readOutbox(sandbox.store, {to: customer})).toHaveLength(1)
    expect(await write(other)).toMatchObject({status: 'sent'})
    receiveText(sandbox, {from: customer, to: office, text: 'START'})
    expect(await write(conversation)).toMatchObject({status: 'sent'})
  })

  test('to a number in no active campaign is nothing but a text', async () => {
    const {sandbox, send} = await administrator()
    expect(receiveText(sandbox, {from: customer, to: unassigned[0], text: 'STOP'}).answer).toBeUndefined()
    sandbox.store.numbers.update(unassigned[0], {campaign_id: 'CPROMO1'})
    expect(receiveText(sandbox, {from: customer, to: unassigned[0], text: 'STOP'}).answer).toBeUndefined()
    const direct = {to: customer, from: office, content: [{type: 'text', body: 'x'}]}
    expect((await send('POST /sms/messages/send', direct)).json()).toMatchObject({status: 'sent'})
  })
})

test('what is sent lands in the outbox, by whom it was sent; what is blocked does not', async () => {
  const {sandbox, send, open, write} = await administrator()
  const {uuid} = await write(await open(), 'See you at 9.')
  const direct = {to: customer, from: unassigned[0], content: [{type: 'text', body: 'x'}]}
  expect((await send('POST /sms/messages/send', direct)).json()).toMatchObject({status: 'blocked'})
  expect(readOutbox(sandbox.store, {to: '4155550100'})).toMatchObject([
    {
      uuid,
      channel: 'sms',
      from: office,
      to: [customer],
      content: [{body: 'See you at 9.'}],
      sent_by: seededAccess.userUuid,
    },
  ])
})
