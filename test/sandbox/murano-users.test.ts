import {expect, test} from 'vitest'
import {applicationId, muranoSandbox, productId} from './murano-support.ts'

test('users and roles of an application are the same by REST and by its user service; a product has none', async () => {
  const {send} = await muranoSandbox()
  const solution = `/solution/${applicationId}`
  const call = (operation: string, given: object) =>
    send(`POST ${solution}/serviceconfig/user/call/${operation}`, given)
  expect((await send(`GET ${solution}/role`)).json()).toEqual([])
  const role = {role_id: 'nurse', parameter: [{name: 'ward'}]}
  expect((await send(`POST ${solution}/role/`, role)).status).toBe(205)
  expect((await call('getRole', {role_id: 'nurse'})).json()).toMatchObject(role)
  expect((await send(`GET ${solution}/role/nurse`)).json()).toMatchObject(role)
  expect((await send(`DELETE ${solution}/role/nurse`)).status).toBe(200)
  expect((await send(`GET ${solution}/role/nurse`)).status).toBe(404)
  const user = {name: 'Nia', email: 'nia@clinic.example', password: 'sandbox-nia-1'}
  expect((await send(`POST ${solution}/user/`, user)).status).toBe(200)
  const [{id}] = (await send(`GET ${solution}/user`)).json() as [{id: string | number}]
  expect((await send(`GET ${solution}/user/${id}`)).json()).toMatchObject({name: 'Nia', email: user.email})
  expect((await send(`DELETE ${solution}/user/${id}`)).status).toBe(200)
  expect((await send(`GET ${solution}/user`)).json()).toEqual([])
  expect((await send(`GET /solution/${productId}/user`)).status).toBe(403)
})
