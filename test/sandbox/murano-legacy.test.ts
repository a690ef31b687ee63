import {expect, test} from 'vitest'
import {seededMurano} from '../../src/sandbox/murano/seeded.ts'
import {businessId, muranoSandbox, productId} from './murano-support.ts'

test('products are there in the way of 2016, too: the same ones, with the same devices', async () => {
  const {send} = await muranoSandbox()
  const path = `/business/${businessId}/product/`
  expect((await send(`GET ${path}`)).json()).toMatchObject([{type: 'onepModel', modelId: productId, label: 'fridge'}])
  const {id} = (await send(`POST ${path}`, {label: 'meter', type: 'onepModel'})).json() as {id: string}
  expect((await send(`GET /solution/${id}`)).json()).toMatchObject({template: 'product', name: 'meter'})
  expect((await send(`POST /product/${id}/device/m-1`)).json()).toEqual({})
  expect((await send(`GET /product/${id}/device/?limit=50`)).json()).toMatchObject([{sn: 'm-1', status: 'whitelisted'}])
  expect((await send(`DELETE ${path}${id}`)).json()).toEqual({})
  expect((await send(`GET /product/${id}/info`)).status).toBe(404)
  const written = await send(`POST /product/${productId}/write/${seededMurano.devices.active}`, {setpoint: 3})
  expect(written.json()).toEqual({setpoint: 'ok'})
  expect((await send(`GET /service/${productId}/device2/identity/fridge-01/state`)).json()).toMatchObject({
    setpoint: {set: '3'},
  })
})
