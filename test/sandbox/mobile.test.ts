import {describe, expect, test} from 'vitest'
import {readOutbox} from '../../src/sandbox/outbox.ts'
import {seededAccess, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, problemsOf, signedIn} from './support.ts'

const {userUuid: me} = seededAccess
const registration = '/mobilenotification/registration'
const notification = '/mobilenotification/notification'
const phone = {user_uuid: me, device_id: 'pixel-9', push_token: 't-1', application: 'com.example', platform: 'android'}

describe('a registration', () => {
  test('is made, listed and removed', async () => {
    const send = await signedIn(freshSandbox(10))
    const made = await send(`POST ${registration}`, phone)
    expect([made.status, made.json()]).toEqual([201, phone])
    expect((await send(`GET ${registration}?user_uuid=${me}`)).json()).toMatchObject({
      items: [{device_id: 'pixel-7'}, phone],
      metadata: {total: 2, offset: 0, count: 2, limit: 10},
    })
    const removed = await send(`DELETE ${registration}/t-1`)
    expect(removed).toMatchObject({status: 202, text: ''})
    expect(removed.headers).not.toHaveProperty('content-type')
    expect((await send(`GET ${registration}?user_uuid=${me}`)).json()).toMatchObject({metadata: {total: 1}})
    expect((await send(`DELETE ${registration}/t-1`)).status).toBe(404)
  })

  test('of a token that is known takes the place of the one before', async () => {
    const send = await signedIn(freshSandbox(10))
    await send(`POST ${registration}`, phone)
    await send(`POST ${registration}`, {...phone, device_id: 'renamed'})
    expect((await send(`GET ${registration}?user_uuid=${me}`)).json()).toMatchObject({
      items: [{device_id: 'pixel-7'}, {device_id: 'renamed'}],
    })
  })

  test('needs all of its fields, and a platform that there is', async () => {
    const send = await signedIn(freshSandbox(10))
    expect(problemsOf(await send(`POST ${registration}`, {...phone, platform: 'windows', device_id: ''}))).toEqual([
      'device_id is required',
      'platform must be one of android, ios',
    ])
    expect((await send(`GET ${registration}`)).status).toBe(400)
  })

  test('of somebody else’s user does not exist', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    await send(`POST ${registration}`, phone)
    const neighbour = await signedIn(sandbox, seededNeighbour)
    expect((await neighbour(`GET ${registration}?user_uuid=${me}`)).status).toBe(404)
    expect((await neighbour(`POST ${registration}`, phone)).status).toBe(404)
    expect((await neighbour(`DELETE ${registration}/t-1`)).status).toBe(404)
  })

  test('goes with its user', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    await send(`DELETE /identity/identities/${seededReader.userUuid}`)
    expect((await send(`DELETE ${registration}/sandbox-push-token-2`)).status).toBe(404)
  })
})

describe('a notification', () => {
  const wanted = {
    ...{application: 'com.example', user_uuid: me, device_ids: ['pixel-7'], title: 'Desk', message: 'Room 2 is free.'},
    ...{data: {room: 2}, platform_specific_data: {ios: {badge: 1}}},
  }

  test('lands in the outbox', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    const reply = await send(`POST ${notification}`, wanted)
    const sent = reply.json() as {uuid: string}
    expect([reply.status, sent]).toMatchObject([200, wanted])
    expect(readOutbox(sandbox.store, {channel: 'push'})).toMatchObject([
      {
        ...{uuid: sent.uuid, from: 'com.example', to: ['pixel-7'], subject: 'Desk', sent_by: me},
        content: [{type: 'text', body: 'Room 2 is free.'}],
        data: {room: 2, platform_specific_data: {ios: {badge: 1}}},
      },
    ])
  })

  test('needs an application, a user and devices', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    expect(problemsOf(await send(`POST ${notification}`, {device_ids: [], data: 'x'}))).toEqual([
      'application is required',
      'user_uuid is required',
      'device_ids is required',
      'data must be an object',
    ])
    const foreign = {...wanted, user_uuid: seededNeighbour.userUuid}
    expect((await send(`POST ${notification}`, foreign)).status).toBe(404)
    expect(readOutbox(sandbox.store, {channel: 'push'})).toEqual([])
  })
})
