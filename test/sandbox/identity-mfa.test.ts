import {describe, expect, test} from 'vitest'
import {readOutbox} from '../../src/sandbox/outbox.ts'
import {seededAccess, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, signedIn} from './support.ts'

const mfa = `/identity/identities/${seededReader.userUuid}/mfa`
const policy = `/identity/accounts/${seededAccess.accountUuid}/mfa`
const phone = {type: 'SMS', source: '+19415550101'}
const mail = {type: 'EMAIL', source: 'ben@sunrise.example'}

async function administrator() {
  const sandbox = freshSandbox(10)
  sandbox.clock.stop()
  const send = await signedIn(sandbox)
  const begin = async (source: object) => {
    const reply = await send(`POST ${mfa}/setup/init`, source)
    const code = readOutbox(sandbox.store)[0]?.secret ?? ''
    return {reply, code, token: (reply.json() as {token: string}).token}
  }
  const confirm = (body: object) => send(`POST ${mfa}/setup/confirm`, body)
  const add = async (source: object) => {
    const {token, code} = await begin(source)
    return confirm({token, code})
  }
  const list = async () => ((await send(`GET ${mfa}`)).json() as {items: object[]}).items
  return {sandbox, send, begin, confirm, add, list}
}

/** A code that is not the one given. */
const other = (code: string) => (code === '000000' ? '000001' : '000000')

describe('adding an MFA source', () => {
  test('sends a code to it and gives a token; the source is there when both come back', async () => {
    const {sandbox, begin, confirm, list} = await administrator()
    const {reply, token, code} = await begin(phone)
    expect([reply.status, reply.json()]).toEqual([200, {token: expect.stringMatching(/^[\w-]{32}$/) as string}])
    expect(reply.text).not.toContain(code)
    expect(readOutbox(sandbox.store, {to: phone.source})).toMatchObject([
      {channel: 'sms', to: [phone.source], secret: code, content: [{body: expect.stringContaining(code) as string}]},
    ])
    expect(code).toMatch(/^\d{6}$/)
    expect(await list()).toEqual([])
    const confirmed = await confirm({token, code})
    expect([confirmed.status, confirmed.json()]).toEqual([200, {token, ...phone, active: true}])
    expect(await list()).toEqual([{...phone, active: true}])
    expect((await confirm({token, code})).status).toBe(404)
  })

  test('takes the type in any case', async () => {
    const {add} = await administrator()
    expect((await add({...mail, type: 'email'})).json()).toMatchObject({type: 'EMAIL'})
  })

  test('with a wrong code is refused, and may be tried again', async () => {
    const {begin, confirm, list} = await administrator()
    const {token, code} = await begin(mail)
    const reply = await confirm({token, code: other(code)})
    expect([reply.status, reply.json()]).toMatchObject([400, {details: [{field: 'code'}]}])
    expect(await list()).toEqual([])
    expect((await confirm({token, code})).status).toBe(200)
  })

  test('is over after ten minutes', async () => {
    const {sandbox, begin, confirm} = await administrator()
    const {token, code} = await begin(mail)
    sandbox.clock.advance(600_000)
    expect((await confirm({token, code})).status).toBe(404)
  })

  test("with another user's token is refused", async () => {
    const {send, begin} = await administrator()
    const {token, code} = await begin(mail)
    const foreign = `/identity/identities/${seededAccess.userUuid}/mfa/setup/confirm`
    expect((await send(`POST ${foreign}`, {token, code})).status).toBe(404)
  })

  test.each([
    [{type: 'PIGEON', source: 'x'}, 'type', 'must be one of EMAIL, SMS'],
    [{source: phone.source}, 'type', 'is required'],
    [{type: 'SMS', source: mail.source}, 'source', 'must be a phone number like +19412340001'],
    [{type: 'EMAIL', source: phone.source}, 'source', 'must be an e-mail address'],
    [{type: 'SMS'}, 'source', 'is required'],
  ])('like %o is refused', async (source, field, message) => {
    const {sandbox, begin} = await administrator()
    const {reply} = await begin(source)
    expect([reply.status, reply.json()]).toMatchObject([400, {details: [{field, message}]}])
    expect(readOutbox(sandbox.store).filter(({secret}) => secret !== undefined)).toEqual([])
  })

  test('that is there already is refused', async () => {
    const {add, begin} = await administrator()
    await add(mail)
    expect((await begin(mail)).reply.status).toBe(409)
  })
})

describe('MFA sources', () => {
  test('are listed page by page', async () => {
    const {send, add} = await administrator()
    await add(phone)
    await add(mail)
    expect((await send(`GET ${mfa}?limit=1&offset=1`)).json()).toEqual({
      items: [{...mail, active: true}],
      metadata: {total: 2, offset: 1, count: 1, limit: 1},
    })
  })

  test('are turned off and on, the type in any case', async () => {
    const {send, add, list} = await administrator()
    await add(phone)
    const off = await send(`PUT ${mfa}/sms`, {source: phone.source})
    expect([off.status, off.json()]).toEqual([200, {...phone, active: false}])
    expect(await list()).toEqual([{...phone, active: false}])
    const on = await send(`PUT ${mfa}/Sms`, {source: phone.source, active: true})
    expect(on.json()).toEqual({...phone, active: true})
  })

  test('that are not there are not changed', async () => {
    const {send, add} = await administrator()
    await add(phone)
    expect((await send(`PUT ${mfa}/SMS`, {source: '+19415550102'})).status).toBe(404)
    expect((await send(`PUT ${mfa}/EMAIL`, {source: phone.source})).status).toBe(404)
    expect((await send(`PUT ${mfa}/PIGEON`, {source: phone.source})).status).toBe(404)
    expect((await send(`PUT ${mfa}/SMS`, {active: true})).status).toBe(400)
  })

  test('of the kind SMS are removed by a DELETE with a body', async () => {
    const {send, add, list} = await administrator()
    await add(phone)
    await add(mail)
    expect((await send(`DELETE ${mfa}/SMS`, {})).status).toBe(400)
    const reply = await send(`DELETE ${mfa}/SMS`, {source: phone.source})
    expect(reply).toMatchObject({status: 204, text: ''})
    expect(await list()).toEqual([{...mail, active: true}])
    expect((await send(`DELETE ${mfa}/SMS`, {source: phone.source})).status).toBe(404)
    expect((await send(`DELETE ${mfa}/SMS`, {source: mail.source})).status).toBe(404)
  })

  test('go with their user', async () => {
    const {sandbox, send, add} = await administrator()
    await add(phone)
    await send(`DELETE /identity/identities/${seededReader.userUuid}`)
    expect((await send(`GET ${mfa}`)).status).toBe(404)
    expect(sandbox.status().counts.users).toBe(3)
  })

  test('of a user who is not visible are not there', async () => {
    const {send} = await administrator()
    const foreign = `/identity/identities/${seededNeighbour.userUuid}/mfa`
    for (const request of [
      `GET ${foreign}`,
      `POST ${foreign}/setup/init`,
      `PUT ${foreign}/SMS`,
      `DELETE ${foreign}/SMS`,
    ]) {
      expect((await send(request, request.startsWith('GET') ? undefined : phone)).status).toBe(404)
    }
  })
})

describe("an account's MFA policy", () => {
  test('asks for nothing until it is set', async () => {
    const {send} = await administrator()
    expect((await send(`GET ${policy}`)).json()).toEqual({required: []})
    const reply = await send(`PUT ${policy}`, {required: ['SMS', 'email']})
    expect([reply.status, reply.json()]).toEqual([200, {required: ['SMS', 'EMAIL']}])
    expect((await send(`GET ${policy}`)).json()).toEqual({required: ['SMS', 'EMAIL']})
    expect((await send(`PUT ${policy}`, {required: []})).json()).toEqual({required: []})
    expect((await send(`GET ${policy}`)).json()).toEqual({required: []})
  })

  test.each([['SMS'], [['PIGEON']], [{}]])('cannot be %o', async (required) => {
    const {send} = await administrator()
    expect((await send(`PUT ${policy}`, {required})).json()).toMatchObject({code: 400, details: [{field: 'required'}]})
  })

  test('is not there for an account that is not visible, nor for a reader to set', async () => {
    const {sandbox, send} = await administrator()
    const foreign = `/identity/accounts/${seededNeighbour.accountUuid}/mfa`
    expect((await send(`GET ${foreign}`)).status).toBe(404)
    expect((await send(`PUT ${foreign}`, {required: []})).status).toBe(404)
    const reader = await signedIn(sandbox, seededReader)
    expect((await reader(`PUT ${policy}`, {required: []})).status).toBe(403)
    expect((await reader(`POST ${mfa}/setup/init`, phone)).status).toBe(403)
    expect((await reader(`GET ${mfa}`)).status).toBe(200)
  })
})
