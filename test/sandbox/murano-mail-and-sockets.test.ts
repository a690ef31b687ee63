import {expect, test} from 'vitest'
import {readOutbox} from '../../src/sandbox/outbox.ts'
import {calling} from './murano-call.ts'

const mail = {to: ['a@clinic.example'], from: 'app@sunrise.example', subject: 'Too warm', text: '9 degrees'}

test('a mail goes to the outbox, with copies and HTML', async () => {
  const {sandbox, call} = await calling('email')
  const connection = {server: 'mail.sunrise.example', user: 'app', password: 'secret-1'}
  const sent = await call('send', {...mail, cc: 'b@clinic.example, c@clinic.example', html: '<b>9</b>', connection})
  expect([sent.status, sent.text]).toEqual([200, ''])
  const [message] = readOutbox(sandbox.store, {channel: 'email', to: 'c@clinic.example'})
  expect(message).toMatchObject({
    from: 'app@sunrise.example',
    to: ['a@clinic.example'],
    cc: ['b@clinic.example', 'c@clinic.example'],
    subject: 'Too warm',
    content: [
      {type: 'text', body: '9 degrees'},
      {type: 'html', body: '<b>9</b>'},
    ],
  })
  expect(JSON.stringify(message)).not.toContain('secret-1')
})

test('a mail is refused for what it lacks, and nothing is sent', async () => {
  const {sandbox, call} = await calling('email')
  const before = readOutbox(sandbox.store).length
  const refusals: [object, string][] = [
    [{to: []}, 'to has no address'],
    [{to: 'nobody'}, 'to has “nobody”'],
    [{from: undefined}, 'from is missing'],
    [{subject: undefined}, 'subject is missing'],
    [{connection: {server: 'x'}}, 'connection.user is missing'],
  ]
  for (const [change, message] of refusals) {
    const reply = await call('send', {...mail, ...change})
    expect(reply.status).toBe(400)
    expect(reply.json()).toEqual({message: expect.stringContaining(message) as string, statusCode: '400'})
  }
  expect(readOutbox(sandbox.store)).toHaveLength(before)
})

test('websocket connections are closed, and no request waits for an answer from outside', async () => {
  const {call} = await calling('websocket')
  expect((await call('get', {socket_id: 's1', server_ip: '10.0.0.1'})).status).toBe(404)
  expect((await call('send', {socket_id: 's1', message: 'hello'})).status).toBe(404)
  expect((await call('close', {socket_id: 's1'})).json()).toMatchObject({type: 'NotFound', status: 404})
  expect((await call('get', {socket_id: 's1'})).status).toBe(400)
  const {call: webservice} = await calling('webservice')
  const answer = {request_id: 'r1', code: 200, headers: {}, message: 'late'}
  expect((await webservice('api_reply', answer)).status).toBe(404)
  expect((await webservice('api_reply', {...answer, code: 9})).status).toBe(400)
})
