import {describe, expect, test} from 'vitest'
import {device} from '../../src/lib/murano/services/device.ts'
import {readOutbox} from '../../src/sandbox/outbox.ts'
import {seededMurano} from '../../src/sandbox/murano/seeded.ts'
import {applicationId, muranoSandbox, productId} from './murano-support.ts'
import {calling} from './murano-call.ts'

interface Listed {
  calls: {sid: string; status: string}[]
  messages: {sid: string}[]
}

describe('twilio', () => {
  test('sends messages, which are in the outbox, and says how far they are', async () => {
    const {sandbox, result} = await calling('twilio')
    sandbox.clock.stop()
    const sent = {From: '+19415550100', To: '+19415550101'}
    const first = (await result('postMessage', {...sent, Body: 'x'.repeat(200)})) as {sid: string}
    expect(first).toMatchObject({
      ...{from: sent.From, to: sent.To, status: 'queued', num_segments: '2', num_media: '0', date_sent: null},
      sid: expect.stringMatching(/^SM[0-9a-f]{32}$/) as string,
    })
    await result('postMessage', {...sent, To: '+19415550102', MediaUrl: 'https://clinic.example/a.png'})
    expect(readOutbox(sandbox.store, {to: '+19415550101'})).toMatchObject([{channel: 'sms', from: sent.From}])
    expect(readOutbox(sandbox.store, {channel: 'mms'})).toMatchObject([{to: ['+19415550102']}])
    sandbox.clock.advance(5000)
    expect(await result('getMessage', {MessageSid: first.sid})).toMatchObject({status: 'delivered', price: '-0.01500'})
    const {messages} = (await result('listMessage', {To: '+19415550101'})) as Listed
    expect(messages.map(({sid}) => sid)).toEqual([first.sid])
    expect(await result('listMessage', {DateSent: '2001-01-01'})).toMatchObject({
      messages: [],
      page: 0,
      next_page_uri: null,
    })
  })

  test('calls, and goes on as the clock does', async () => {
    const {sandbox, result} = await calling('twilio')
    sandbox.clock.stop()
    const made = {From: '+19415550100', To: 'client:front', Url: 'https://clinic.example/say.xml'}
    const {sid} = (await result('createCall', made)) as {sid: string}
    const steps: unknown[] = []
    for (const seconds of [0, 2, 4, 60]) {
      sandbox.clock.advance(seconds * 1000)
      steps.push(((await result('getCall', {CallSid: sid})) as {status: string}).status)
    }
    expect(steps).toEqual(['queued', 'ringing', 'in-progress', 'completed'])
    expect(await result('getCall', {CallSid: sid})).toMatchObject({duration: 30})
    expect(((await result('listCall', {Status: 'completed'})) as Listed).calls).toHaveLength(1)
    expect(((await result('listCall', {Status: 'busy'})) as Listed).calls).toEqual([])
  })

  test('refuses what Twilio would', async () => {
    const {call} = await calling('twilio')
    const refusals: [string, object, number, string][] = [
      ['postMessage', {From: '+1', To: 'nobody', Body: 'x'}, 400, 'To is “nobody”'],
      ['postMessage', {From: '+1', To: '+2'}, 400, 'Body or MediaUrl'],
      ['postMessage', {From: '+1', To: '+2', Body: 'x'.repeat(1601)}, 400, 'Body'],
      ['createCall', {From: '+1', To: '+2'}, 400, 'Url or ApplicationSid'],
      ['createCall', {From: '+1', To: '+2', Url: 'nowhere'}, 400, 'Url is “nowhere”'],
      ['listCall', {Status: 'lost'}, 400, 'Status is “lost”'],
      ['getCall', {CallSid: 'CA1'}, 404, 'Call CA1'],
      ['getMessage', {MessageSid: 'SM1'}, 404, 'Message SM1'],
    ]
    for (const [operation, given, status, message] of refusals) {
      const reply = await call(operation, given)
      expect(reply.status, message).toBe(status)
      expect(reply.json()).toMatchObject({error: expect.stringContaining(message) as string, status})
    }
  })
})

describe('device', () => {
  /** The service, set to reach the seeded product. */
  async function reaching() {
    const {send} = await muranoSandbox()
    const config = `/solution/${applicationId}/serviceconfig/device`
    const call = (operation: string, given: object) => send(`POST ${config}/call/${operation}`, given)
    const refused = await call('productInfo', {pid: productId})
    expect(refused.status).toBe(403)
    await send(`PUT ${config}`, {triggers: {pid: [productId]}})
    const answers = async (given: object) => (await call('rpcCall', {pid: productId, ...given})).json()
    return {call, answers}
  }

  test('tells of products that its settings name', async () => {
    const {call} = await reaching()
    expect((await call('productInfo', {pid: productId})).json()).toEqual({
      ...{id: productId, label: 'fridge', endpoint: `${productId}.m2.localhost`},
      rid: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
    })
    const answer = {request_id: 'r', code: 200, headers: {}, message: 'x'}
    expect((await call('deviceCallback', answer)).status).toBe(400)
    expect((await call('rpcCall', {pid: productId})).json()).toMatchObject({error: 'calls is missing.'})
  })

  test('finds devices by alias, reads and writes their resources, and answers each call for itself', async () => {
    const {answers} = await reaching()
    const lookup = {id: 'a', procedure: 'lookup', arguments: ['alias', seededMurano.devices.active]}
    const [found] = (await answers({calls: [lookup]})) as [{result: string}]
    const auth = {client_id: found.result}
    const setpoint = {alias: 'setpoint'}
    const calls = [
      {id: 1, procedure: 'write', arguments: [setpoint, 6]},
      {id: 2, procedure: 'read', arguments: [setpoint, {limit: 1}]},
      {id: 3, procedure: 'write', arguments: [{alias: 'temperature'}, 6]},
      {id: 4, procedure: 'read', arguments: [{alias: 'nothing'}]},
      {id: 5, procedure: 'drop'},
      {id: 6, procedure: 'info', arguments: [setpoint, {}]},
      {id: 7, procedure: 'info'},
    ]
    expect(await answers({auth, calls})).toMatchObject([
      {id: 1, status: 'ok'},
      {id: 2, status: 'ok', result: [[expect.any(Number), '6']]},
      {id: 3, status: 'error', error: {code: 501, message: 'Parameter Error', context: 'Value is not settable'}},
      {id: 4, status: 'error', error: {code: 501}},
      {id: 5, status: 'error', error: {code: 404, context: 'drop'}},
      {id: 6, status: 'ok', result: {description: {format: 'number', name: 'setpoint'}}},
      {id: 7, status: 'ok', result: {description: {name: seededMurano.devices.active}}},
    ])
    expect(await answers({auth: {client_id: 'nobody'}, calls: [{procedure: 'listing'}]})).toMatchObject([
      {id: 0, status: 'error', error: {code: 401}},
    ])
    const [{result}] = (await answers({calls: [{procedure: 'listing', arguments: [['client'], {owned: true}]}]})) as [
      {result: {client: string[]}},
    ]
    expect(result.client).toContain(found.result)
  })
})

test('services describe their operations and events in Swagger', async () => {
  const {send} = await muranoSandbox()
  const schema = (await send('GET /service/device/schema')).json() as {
    paths: Record<string, {post: {operationId: string; parameters: {name: string; in: string}[]}}>
    'x-events': {name: string; parameters: unknown[]}[]
  }
  const names = Object.keys(device.operations)
  expect(Object.values(schema.paths).map(({post}) => post.operationId)).toEqual(names)
  expect(schema.paths['/rpcCall']?.post.parameters).toMatchObject([
    {name: 'pid', in: 'query', required: true, type: 'string'},
    {name: 'body', in: 'body', required: true, schema: {required: ['calls'], properties: {calls: {type: 'array'}}}},
  ])
  expect(schema['x-events']).toMatchObject([
    {name: 'datapoint', parameters: [{name: 'data', schema: {properties: {pid: {type: 'string'}}}}]},
    {name: 'service_call'},
  ])
  const user = (await send('GET /service/user/schema')).json() as typeof schema
  expect(Object.keys(user.paths)).toHaveLength(35)
  expect(user.paths['/assignUser']?.post.parameters).toMatchObject([
    {name: 'id', in: 'query'},
    {name: 'roles', in: 'body'},
  ])
  expect(user.paths['/createUserData']?.post.parameters).toMatchObject([
    {name: 'id'},
    {name: 'key values', in: 'body', schema: {additionalProperties: {}}},
  ])
})
