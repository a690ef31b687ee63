import {describe, expect, test} from 'vitest'
import {applicationId, muranoSandbox, otherApplicationId, productId} from './murano-support.ts'

const configs = `/solution/${applicationId}/serviceconfig`

interface Items {
  items: {id: string; service: string}[]
  total: number
  next?: string
}

describe('service configurations', () => {
  test('are listed twenty at a time, by offset, with the fields that select names', async () => {
    const {send} = await muranoSandbox()
    const {items, total, next} = (await send(`GET ${configs}?limit=10`)).json() as Items
    expect(items).toHaveLength(10)
    const rest = (await send(`GET ${(next ?? '').replace('/api:1', '')}`)).json() as Items
    const services = [...items, ...rest.items].map(({service}) => service)
    expect([total, services.length, rest.next]).toEqual([services.length, total, undefined])
    expect(services).toEqual(
      expect.arrayContaining([
        ...['device', 'twilio', 'user', 'keystore', 'timer', 'websocket', 'timeseries', 'email', 'webservice'],
        ...['device2', 'tsdb', productId],
      ]),
    )
    expect((await send(`GET ${configs}?select=service,script_key&offset=${total - 1}`)).json()).toEqual({
      items: [{service: productId, script_key: 'fridge'}],
      total,
    })
  })

  test('are found by id, service and alias, changed, deleted and made again', async () => {
    const {send} = await muranoSandbox()
    const twilio = (await send(`GET ${configs}/twilio`)).json() as {id: string; alias: string}
    expect(twilio).toMatchObject({alias: `${applicationId}_twilio`, status: 'ready', parameters: {}, triggers: {}})
    const parameters = {AccountSid: 'AC1', AuthToken: 'secret'}
    expect((await send(`PUT ${configs}/${twilio.id}`, {parameters})).status).toBe(204)
    expect((await send(`GET ${configs}/${twilio.alias}`)).json()).toMatchObject({parameters, triggers: {}})
    const again = {solution_id: applicationId, service: 'twilio'}
    expect((await send(`POST ${configs}/`, again)).status).toBe(409)
    expect((await send(`DELETE ${configs}/${twilio.id}`)).json()).toEqual({})
    expect((await send(`GET ${configs}/${twilio.id}`)).status).toBe(404)
    expect((await send(`POST ${configs}/`, again)).json()).toMatchObject({service: 'twilio', name: 'Twilio'})
    expect((await send(`GET ${configs}/twilio`)).json()).toMatchObject({parameters: {}})
  })

  test('link a product to an application, and not the other way round', async () => {
    const {send} = await muranoSandbox()
    const other = `/solution/${otherApplicationId}/serviceconfig`
    expect((await send(`POST ${other}`, {service: productId, script_key: 'coldbox'})).json()).toMatchObject({
      service: productId,
      script_key: 'coldbox',
      alias: `${otherApplicationId}_${productId}`,
    })
    expect((await send(`POST /solution/${productId}/serviceconfig`, {service: applicationId})).status).toBe(424)
    expect((await send(`POST ${other}`, {service: 'nonesuch'})).status).toBe(424)
  })
})

describe('a call of a service', () => {
  test('has all its arguments in one object, by any method, to the id or the alias', async () => {
    const {send} = await muranoSandbox()
    const {id} = (await send(`GET ${configs}/keystore`)).json() as {id: string}
    const set = await send(`POST ${configs}/${id}/call/set`, {key: 'colour', value: 'blue'})
    expect([set.status, set.text]).toEqual([204, ''])
    expect((await send(`GET ${configs}/keystore/call/get?key=colour`)).json()).toEqual({value: 'blue'})
    expect((await send(`PUT ${configs}/keystore/call/get`, {key: 'colour'})).json()).toEqual({value: 'blue'})
    expect((await send(`GET ${configs}/${id}/call/list`)).json()).toMatchObject({keys: ['colour']})
  })

  test('is refused for operations that there are none of and services that are not enabled', async () => {
    const {send} = await muranoSandbox()
    expect((await send(`POST ${configs}/keystore/call/toString`, {})).status).toBe(404)
    expect((await send(`POST ${configs}/nonesuch/call/get`, {})).status).toBe(404)
    expect((await send(`POST ${configs}/keystore/call/list`, [])).status).toBe(400)
  })

  test('that the service refuses has the service’s own kind of error', async () => {
    const {send} = await muranoSandbox()
    const refused = await send(`POST ${configs}/keystore/call/get`, {key: 'two words'})
    expect(refused.status).toBe(400)
    expect(refused.json()).not.toHaveProperty('statusCode')
    expect(refused.json()).toHaveProperty('message')
  })
})

describe('services', () => {
  test('are listed by what kind of solution can use them, and describe themselves by alias or id', async () => {
    const {send} = await muranoSandbox()
    const {items} = (await send(`GET /solution/${applicationId}/service`)).json() as {
      items: {id: string; alias: string}[]
    }
    const keystore = items.find(({alias}) => alias === 'keystore')
    const schema = (await send('GET /service/keystore/schema')).json()
    expect(schema).toMatchObject({swagger: '2.0'})
    expect((await send(`GET /solution/${applicationId}/service/${keystore?.id}/schema`)).json()).toEqual(schema)
    expect((await send('GET /service/nonesuch/schema')).status).toBe(404)
    expect((await send(`GET /solution/${productId}/service`)).text).not.toContain('twilio')
  })
})
