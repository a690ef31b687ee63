import {describe, expect, test} from 'vitest'
import {seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, signedIn} from './support.ts'

const user = `/identity/identities/${seededReader.userUuid}`

describe('aliases', () => {
  const aliases = async (send: Awaited<ReturnType<typeof signedIn>>) =>
    ((await send(`GET ${user}?include=alias`)).json() as {aliases: object[]}).aliases

  test('are added with an empty 201, as they were sent', async () => {
    const send = await signedIn(freshSandbox(10))
    const alias = {nickname: 'Ada', email: 'ada@sunrise.example', sms: '9412340001'}
    const reply = await send(`POST ${user}/aliases`, alias)
    expect(reply).toMatchObject({status: 201, text: ''})
    expect(reply.headers).not.toHaveProperty('content-type')
    await send(`POST ${user}/aliases`, {nickname: 'Second'})
    expect(await aliases(send)).toEqual([alias, {nickname: 'Second'}])
  })

  test.each([{}, {sms: 'twelve'}, {email: 'nowhere'}, {nickname: ''}])('like %o are refused', async (alias) => {
    const send = await signedIn(freshSandbox(10))
    expect((await send(`POST ${user}/aliases`, alias)).status).toBe(400)
    expect(await aliases(send)).toEqual([])
  })

  test('have their number replaced, not added to', async () => {
    const send = await signedIn(freshSandbox(10))
    const set = (did: string) => send(`PUT ${user}/aliases/${did}`)
    const reply = await set('%2B19412340001')
    expect(reply).toMatchObject({status: 202, text: ''})
    expect(reply.headers['location']).toMatch(new RegExp(`${user}$`))
    expect(await aliases(send)).toEqual([{sms: '+19412340001'}])
    await set('9412340002')
    expect(await aliases(send)).toEqual([{sms: '9412340002'}])
    expect((await set('twelve')).status).toBe(400)
  })

  test('have the number replaced of the one that has a number, or of the first', async () => {
    const send = await signedIn(freshSandbox(10))
    await send(`POST ${user}/aliases`, {nickname: 'Ada'})
    await send(`PUT ${user}/aliases/9412340001`)
    await send(`POST ${user}/aliases`, {nickname: 'Second'})
    await send(`PUT ${user}/aliases/9412340002`)
    expect(await aliases(send)).toEqual([{nickname: 'Ada', sms: '9412340002'}, {nickname: 'Second'}])
  })
})
