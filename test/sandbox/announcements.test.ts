import {describe, expect, test} from 'vitest'
import {seededAccess, seededLocationUuid} from '../../src/sandbox/seeded-access.ts'
import {brandBody, campaignBody} from './filings.ts'
import {listening} from './listening.ts'
import {numberRange} from './support.ts'

const {accountUuid: account_uuid} = seededAccess

describe('what happens in other areas is told', () => {
  const everything = {
    messaging: ['conversation_message_sent', 'conversation_message_received', 'conversation_message_blocked'],
    sms: ['number_provisioned', 'number_released', 'brand_state_changed', 'campaign_state_changed'],
    identity: ['identity_created', 'identity_changed', 'identity_deleted', 'identity_property_change'],
    account: ['account_created', 'account_changed', 'account_suspended', 'account_reinstated', 'account_deleted'],
  }

  async function told() {
    const {sandbox, send, subscribe, log} = await listening(everything)
    await subscribe('http://127.0.0.1:9')
    const happened = () => log().map(({event, body}) => [event, body['data'] as Record<string, unknown>] as const)
    return {sandbox, send, subscribe, happened}
  }

  test('messages: sent, received by one of ours, blocked', async () => {
    const {send, happened} = await told()
    const message = (from: string, to: string) => ({from, to, content: [{type: 'text', body: 'Hello'}]})
    await send('POST /sms/messages/send', message('+19412340003', '+19412340009'))
    await send('POST /sms/messages/send', message('+19412340001', '+19415550100'))
    expect(happened().map(([event, {to, status}]) => [event, to, status])).toEqual([
      ['conversation_message_sent', '+19412340009', 'sent'],
      ['conversation_message_received', '+19412340009', 'sent'],
      ['conversation_message_blocked', '+19415550100', 'blocked'],
    ])
  })

  test('numbers: provisioned and released', async () => {
    const {send, happened} = await told()
    const numbers = numberRange(2)
    await send('POST /sms/provision', {numbers})
    await send('POST /sms/deprovision', {numbers: numbers.slice(1)})
    expect(happened().map(([event, {number}]) => [event, number])).toEqual([
      ['number_provisioned', numbers[0]],
      ['number_provisioned', numbers[1]],
      ['number_released', numbers[1]],
    ])
  })

  test('a brand’s and a campaign’s states, as they become due', async () => {
    const {sandbox, send, subscribe, happened} = await told()
    await subscribe('http://127.0.0.1:9', {account_uuid: seededLocationUuid})
    await send('POST /sms/10dlc/customers', {...brandBody, account_uuid: seededLocationUuid, legal_name: 'REJECT Inc'})
    await send(`POST /sms/10dlc/customers/${account_uuid}/campaigns`, campaignBody)
    expect(happened()).toEqual([])
    sandbox.clock.advance(5000)
    await sandbox.agenda.run()
    expect(happened()).toMatchObject([
      ['brand_state_changed', {status: 'FAILED', status_reason: expect.any(String) as string}],
      ['campaign_state_changed', {display_name: 'Viewings', status: 'IN_REVIEW'}],
    ])
    sandbox.clock.advance(5000)
    await sandbox.agenda.run()
    expect(happened().slice(2)).toMatchObject([['campaign_state_changed', {status: 'ACTIVE'}]])
  })

  test('no state of a campaign that was deleted before', async () => {
    const {sandbox, send, happened} = await told()
    const path = `/sms/10dlc/customers/${account_uuid}/campaigns`
    const {campaign_id: id} = (await send(`POST ${path}`, campaignBody)).json() as {campaign_id: string}
    await send(`DELETE ${path}/${id}`)
    sandbox.clock.advance(60_000)
    await sandbox.agenda.run()
    expect(happened()).toEqual([])
    expect(sandbox.status().agenda.failed).toEqual([])
  })

  test('identities: created, changed, their properties, deleted', async () => {
    const {send, happened} = await told()
    const names = {username: 'eve@sunrise.example', first_name: 'Eve', last_name: 'Lund'}
    const {uuid} = (await send(`POST /identity/accounts/${account_uuid}/identities`, names)).json() as {uuid: string}
    await send(`POST /identity/identities/${uuid}/modify`, {first_name: 'Eva'})
    await send(`POST /identity/identities/${uuid}/properties/modify`, {desk: 7})
    await send(`POST /identity/identities/${uuid}/deactivate`)
    await send(`DELETE /identity/identities/${uuid}`)
    expect(happened()).toMatchObject([
      ['identity_created', {uuid, first_name: 'Eve'}],
      ['identity_changed', {uuid, first_name: 'Eva'}],
      ['identity_property_change', {uuid, properties: {desk: 7}}],
      ['identity_changed', {uuid, status: 'Inactive'}],
      ['identity_deleted', {uuid}],
    ])
  })

  test('accounts: those that come and go below it, and its own changes', async () => {
    const {send, happened} = await told()
    const body = {name: 'North', type: 'Location', parent_uuid: account_uuid}
    const {uuid} = (await send('POST /accounts/accounts', body)).json() as {uuid: string}
    await send(`DELETE /accounts/accounts/${uuid}`)
    await send(`PUT /accounts/accounts/${account_uuid}`, {description: 'ours'})
    await send(`POST /accounts/accounts/${account_uuid}/suspend`)
    await send(`POST /accounts/accounts/${account_uuid}/reinstate`)
    expect(happened()).toMatchObject([
      ['account_created', {uuid}],
      ['account_deleted', {uuid}],
      ['account_changed', {description: 'ours'}],
      ['account_suspended', {status: 'Inactive'}],
      ['account_reinstated', {status: 'Active'}],
    ])
  })
})
