import {describe, expect, test} from 'vitest'
import {messages} from '../../src/sandbox/messaging/messages.ts'
import {seededAccess, seededNeighbour, seededNumbers, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, problemsOf, type Reply, serve, signedIn, signIn} from './support.ts'

const {assigned, unassigned, neighbours, free} = seededNumbers
const customer = '+14155550100'
/** Of a user who has no conversations yet. */
const mine = `/messaging/users/${seededReader.userUuid}`

interface Conversation {
  uuid: string
  context: {uuid: string}
}

const conversationOf = (reply: Reply) => reply.json() as Conversation
const text = (body: string) => [{type: 'text', body}]

describe('a message outside any conversation', () => {
  const message = {to: '4155550100', from: assigned[0], content: text('Your appointment is at 10.')}

  test('is sent, and kept', async () => {
    const sandbox = freshSandbox()
    sandbox.clock.stop()
    const send = await signedIn(sandbox)
    const reply = await send('POST /sms/messages/send', {...message, metadata: {campaign: 'May'}})
    const {uuid} = reply.json() as {uuid: string}
    const sent = {
      uuid,
      to: customer,
      from: assigned[0],
      channel: 'sms',
      content: message.content,
      datetime: new Date(sandbox.clock.now()).toISOString(),
      tags: [],
      status: 'sent',
      metadata: {campaign: 'May'},
      recipients: [customer],
      account_uuid: seededAccess.accountUuid,
    }
    expect([reply.status, reply.json()]).toEqual([200, sent])
    expect(sandbox.store.collection(messages).get(uuid)).toEqual(sent)
  })

  test('of a number without active campaign is blocked, with the reason', async () => {
    const sandbox = freshSandbox()
    const send = await signedIn(sandbox)
    expect((await send('POST /sms/messages/send', {...message, from: unassigned[0]})).json()).toMatchObject({
      status: 'blocked',
      status_reason: `${unassigned[0]} is in no campaign.`,
    })
    sandbox.store.numbers.update(unassigned[0], {campaign_id: 'CPROMO1'})
    expect((await send('POST /sms/messages/send', {...message, from: unassigned[0]})).json()).toMatchObject({
      status: 'blocked',
      status_reason: `Campaign CPROMO1 of ${unassigned[0]} is not active.`,
    })
  })

  test.each([free, neighbours[0], customer])('from %s, which is not the sender’s, is refused', async (from) => {
    const sandbox = freshSandbox()
    const send = await signedIn(sandbox)
    const reply = await send('POST /sms/messages/send', {...message, from})
    expect([reply.status, reply.json()]).toMatchObject([
      403,
      {message: `The number ${from} is not provisioned to an account of yours.`},
    ])
    expect(sandbox.store.collection(messages).count({where: {from}})).toBe(0)
  })

  test.each([
    [{to: 'undefined'}, 'to must be a phone number like +19412340001'],
    [{from: null}, 'from is required'],
    [{content: []}, 'content is required'],
    [{content: [{type: 'text'}]}, 'content element 0 must have a body'],
    [{content: text('x'.repeat(1601))}, 'content element 0 must have a body of at most 1600 characters'],
    [{content: 'hello'}, 'content must be an array'],
    [{metadata: []}, 'metadata must be an object'],
  ])('with %j is refused', async (changes, problem) => {
    const send = await signedIn(freshSandbox())
    const reply = await send('POST /sms/messages/send', {...message, ...changes})
    expect([reply.status, problemsOf(reply)]).toEqual([400, [problem]])
  })

  test('works over HTTP', async () => {
    const sandbox = freshSandbox()
    const {access_token: token} = await signIn(sandbox)
    const reply = await fetch(`${await serve(sandbox)}/sms/messages/send`, {
      method: 'POST',
      headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
      body: JSON.stringify(message),
    })
    expect(await reply.json()).toMatchObject({status: 'sent'})
  })
})

describe('a conversation', () => {
  test('is opened once per user and numbers', async () => {
    const sandbox = freshSandbox()
    const send = await signedIn(sandbox)
    const open = async (phone_numbers: string[], path = mine) =>
      conversationOf(await send(`POST ${path}/conversations`, {phone_numbers}))
    const first = await open([customer])
    expect(first).toMatchObject({
      context: {archived: false},
      name: customer,
      phone_numbers: [customer],
      snooze: false,
    })
    expect(first.context.uuid).not.toBe(first.uuid)
    expect(await open(['4155550100'])).toEqual(first)
    const group = await open(['+14155550101', customer])
    expect(group.uuid).not.toBe(first.uuid)
    expect(await open([customer, '+14155550101'])).toEqual(group)
    const others = await open([customer], `/messaging/users/${seededAccess.userUuid}`)
    expect(others.uuid).not.toBe(first.uuid)
    expect((await send(`GET ${mine}/conversations`)).json()).toMatchObject({metadata: {total: 2, count: 2}})
  })

  test('is not for users of accounts that the caller does not see, and needs numbers', async () => {
    const send = await signedIn(freshSandbox())
    const foreign = `/messaging/users/${seededNeighbour.userUuid}`
    expect((await send(`POST ${foreign}/conversations`, {phone_numbers: [customer]})).status).toBe(404)
    expect((await send(`GET ${foreign}/conversations`)).status).toBe(404)
    expect((await send(`POST ${mine}/conversations`, {phone_numbers: ['hello']})).status).toBe(400)
    expect((await send(`POST ${mine}/conversations`, {})).status).toBe(400)
  })

  test('takes messages by its context, and shows them, newest first', async () => {
    const sandbox = freshSandbox()
    sandbox.clock.stop()
    const send = await signedIn(sandbox)
    const {uuid, context} = conversationOf(await send(`POST ${mine}/conversations`, {phone_numbers: [customer]}))
    const sent: {uuid: string}[] = []
    for (const body of ['one', 'two', 'three']) {
      const draft = {to: context.uuid, from: assigned[0], channel: 'sms', content: text(body)}
      const reply = await send(`POST ${mine}/messages`, draft)
      expect([reply.status, reply.json()]).toMatchObject([
        200,
        {...draft, conversation_uuid: uuid, status: 'sent', tags: []},
      ])
      sent.push(reply.json() as {uuid: string})
    }
    const list = `GET /messaging/conversations/${uuid}/messages`
    expect((await send(`${list}?offset=0&limit=100&sort=-datetime`)).json()).toEqual({
      items: sent.toReversed(),
      metadata: {total: 3, offset: 0, count: 3, limit: 100},
    })
    expect((await send(`${list}?sort=datetime&limit=2`)).json()).toMatchObject({items: sent.slice(0, 2)})
    const listed = await send(`GET ${mine}/conversations?expand=messages&messages.limit=2&messages.sort=-datetime`)
    expect(listed.json()).toMatchObject({items: [{uuid, messages: [sent[2], sent[1]]}]})
    expect(
      sandbox.store
        .collection(messages)
        .find({where: {conversation_uuid: uuid}})
        .map(({recipients}) => recipients),
    ).toEqual([[customer], [customer], [customer]])
  })

  test('that was written in last is listed first', async () => {
    const sandbox = freshSandbox()
    sandbox.clock.stop()
    const send = await signedIn(sandbox)
    const opened: Conversation[] = []
    for (const number of [customer, '+14155550101']) {
      opened.push(conversationOf(await send(`POST ${mine}/conversations`, {phone_numbers: [number]})))
      sandbox.clock.advance(1000)
    }
    const order = async (query = '') => {
      const {items} = (await send(`GET ${mine}/conversations?${query}`)).json() as {items: Conversation[]}
      return items.map(({uuid}) => opened.findIndex((conversation) => conversation.uuid === uuid))
    }
    expect(await order()).toEqual([1, 0])
    await send(`POST ${mine}/messages`, {to: opened[0]?.context.uuid, from: assigned[0], content: text('hello')})
    expect(await order('sort=-last_message_datetime')).toEqual([0, 1])
    expect(await order('sort=last_message_datetime')).toEqual([1, 0])
    expect(await order('snooze=false&limit=1')).toEqual([0])
    expect(await order('snooze=true')).toEqual([])
  })

  test('of another user, or by its own uuid, takes no message', async () => {
    const sandbox = freshSandbox()
    const send = await signedIn(sandbox)
    const {uuid, context} = conversationOf(await send(`POST ${mine}/conversations`, {phone_numbers: [customer]}))
    const draft = {from: assigned[0], content: text('hello')}
    expect((await send(`POST ${mine}/messages`, {...draft, to: uuid})).status).toBe(404)
    const others = `/messaging/users/${seededAccess.userUuid}/messages`
    expect((await send(`POST ${others}`, {...draft, to: context.uuid})).status).toBe(404)
    expect((await send(`POST ${mine}/messages`, {...draft, to: 'undefined'})).status).toBe(400)
    expect((await send(`POST ${mine}/messages`, {...draft, to: context.uuid, from: free})).status).toBe(403)
    const neighbour = await signedIn(sandbox, seededNeighbour)
    expect((await neighbour(`GET /messaging/conversations/${uuid}/messages`)).status).toBe(404)
    expect((await send(`GET /messaging/conversations/${uuid}/messages`)).json()).toMatchObject({items: []})
  })
})
