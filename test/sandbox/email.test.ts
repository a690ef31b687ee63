import {expect, test} from 'vitest'
import {readOutbox} from '../../src/sandbox/outbox.ts'
import {seededAccess, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, problemsOf, signedIn} from './support.ts'

const path = 'POST /email/messages/send'
const mail = {
  ...{from: 'office@sunrise.example', to: ['ada@patients.example', 'ben@patients.example'], subject: 'Hello'},
  ...{cc: ['desk@sunrise.example'], bcc: ['boss@sunrise.example'], replyto: ['desk@sunrise.example']},
  content: [{type: 'html', body: '<img src="cid:logo.png">'}],
}
const logo = {type: 'image/png', id: 'logo.png', body: Buffer.from('not really a picture').toString('base64')}

test('an e-mail lands in the outbox, with its attachments by name and size', async () => {
  const sandbox = freshSandbox(10)
  sandbox.clock.stop()
  const send = await signedIn(sandbox)
  const reply = await send(path, {...mail, attachments: [logo]})
  const {uuid} = reply.json() as {uuid: string}
  expect([reply.status, reply.json()]).toEqual([200, {status: 'sent', uuid}])
  const {replyto, ...rest} = mail
  expect(readOutbox(sandbox.store, {channel: 'email'})).toEqual([
    {
      ...{uuid, channel: 'email', ...rest, reply_to: replyto, sent_by: seededAccess.userUuid},
      attachments: [{name: 'logo.png', type: 'image/png', size: 20}],
      datetime: new Date(sandbox.clock.now()).toISOString(),
    },
  ])
})

test('whoever got it finds it, however the address is written', async () => {
  const sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  await send(path, mail)
  for (const to of [...mail.to, ...mail.cc, ...mail.bcc, 'ADA@patients.example']) {
    expect(readOutbox(sandbox.store, {to})).toHaveLength(1)
  }
  expect(readOutbox(sandbox.store, {to: mail.from})).toEqual([])
})

test('lists may be empty, and the type of the text left out', async () => {
  const sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  const bare = {...mail, cc: [], bcc: [], replyto: [], content: [{body: 'Hello.'}]}
  expect((await send(path, bare)).status).toBe(200)
  expect(readOutbox(sandbox.store, {channel: 'email'})).toMatchObject([
    {cc: [], content: [{type: 'text', body: 'Hello.'}]},
  ])
})

test('attachments of many megabytes are taken', async () => {
  const sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  const size = 6 * 1024 * 1024
  const large = {...logo, body: Buffer.alloc(size).toString('base64')}
  expect((await send(path, {...mail, attachments: [large]})).status).toBe(200)
  expect(readOutbox(sandbox.store, {channel: 'email'})).toMatchObject([{attachments: [{size}]}])
})

test.each([
  [{from: 'office'}, 'from must be an e-mail address'],
  [{to: []}, 'to is required'],
  [{to: 'ada@patients.example'}, 'to must be an array'],
  [{cc: ['desk']}, 'cc element 0 must be an e-mail address'],
  [{subject: ''}, 'subject is required'],
  [{content: [{type: 'rtf', body: 'x'}]}, 'content element 0 has a type that must be one of text, html'],
  [{content: [{type: 'text'}]}, 'content element 0 has a body that is required'],
  [{attachments: [{...logo, body: 'ä'}]}, 'attachments element 0 has a body that must be base64'],
  [{attachments: [{...logo, id: undefined}]}, 'attachments element 0 has a id that is required'],
])('%j is refused, and nothing is sent', async (changes, problem) => {
  const sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  const reply = await send(path, {...mail, ...changes})
  expect([reply.status, problemsOf(reply)]).toEqual([400, [problem]])
  expect(readOutbox(sandbox.store, {channel: 'email'})).toEqual([])
})

test('who may only read sends none', async () => {
  const send = await signedIn(freshSandbox(10), seededReader)
  expect((await send(path, mail)).status).toBe(403)
})
