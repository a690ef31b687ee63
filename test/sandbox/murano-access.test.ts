import {describe, expect, test} from 'vitest'
import {seededGuest, seededMurano, seededStranger, seededTwoFactor} from '../../src/sandbox/murano/seeded.ts'
import {
  applicationId,
  businessId,
  mailedCode,
  muranoSandbox,
  muranoToken,
  otherApplicationId,
  productId,
  sender,
} from './murano-support.ts'
import {freshSandbox} from './support.ts'

describe('a token of Murano', () => {
  test('comes for a password, is good for two days, and no longer than until it is deleted', async () => {
    const {sandbox, send} = await muranoSandbox()
    sandbox.clock.stop()
    const token = await muranoToken(sandbox)
    expect(token).toMatch(/^[0-9a-f]{40}$/)
    expect((await send(`GET /token/${token}`)).json()).toEqual({email: seededMurano.email, ttl: 172_800})
    const other = await sender(sandbox, `token ${token}`)
    expect((await other(`GET /business/${businessId}/overview`)).status).toBe(200)
    expect((await send(`DELETE /token/${token}`)).json()).toEqual({})
    expect((await send(`GET /token/${token}`)).status).toBe(401)
    expect((await other(`GET /business/${businessId}/overview`)).status).toBe(403)
    sandbox.clock.advance(172_800_000)
    expect((await send(`GET /business/${businessId}/overview`)).status).toBe(403)
  })

  test('is refused for a wrong password, with bizapi’s kind of error', async () => {
    const send = await sender(freshSandbox(10))
    for (const email of [seededMurano.email, 'nobody@sunrise.example']) {
      const refused = await send('POST /token/', {email, password: 'wrong'})
      expect([refused.status, refused.json()]).toEqual([401, {statusCode: 401, message: 'Invalid email or password'}])
    }
    expect((await send('POST /token/', {email: 'ada'})).json()).toEqual({
      statusCode: 400,
      message: 'Validation errors',
      errors: [{field: 'password', message: 'is required'}],
    })
  })

  test('needs the word token before it, and one of the CPaaS does not do', async () => {
    const {sandbox} = await muranoSandbox()
    const token = await muranoToken(sandbox)
    for (const authorization of [undefined, `Bearer ${token}`, token]) {
      const send = await sender(sandbox, authorization)
      expect((await send(`GET /business/${businessId}/solution/`)).status).toBe(401)
    }
  })

  test('comes by a code that was mailed, where two factors are asked for', async () => {
    const sandbox = freshSandbox(10)
    const send = await sender(sandbox)
    const {email, password} = seededTwoFactor
    const asked = await send('POST /token/', {email, password})
    expect([asked.status, asked.json()]).toEqual([409, {statusCode: 409, message: 'twofactor'}])
    const code = mailedCode(sandbox)
    expect((await send(`GET /key/${code}`)).json()).toMatchObject({purpose: 'twofactor', status: 'exists', email})
    expect((await send(`POST /key/${code}`, {password: 'wrong'})).status).toBe(401)
    const {token} = (await send(`POST /key/${code}`, {password})).json() as {token: string}
    const signedIn = await sender(sandbox, `token ${token}`)
    expect((await signedIn(`GET /user/${email}/membership/`)).json()).toEqual([
      {bizid: businessId, role: 'admin', name: 'Sunrise Dental'},
    ])
    expect((await send(`POST /key/${code}`, {password})).status).toBe(404)
  })

  test('ends a sign-up and a reset of the password', async () => {
    const sandbox = freshSandbox(10)
    const send = await sender(sandbox)
    await send('POST /key/', {email: 'eve@sunrise.example', name: 'Eve Lin', source: 'signup'})
    await send(`POST /key/${mailedCode(sandbox)}`, {password: 'sandbox-eve-1'})
    const email = 'eve@sunrise.example'
    expect((await send('POST /token/', {email, password: 'sandbox-eve-1'})).status).toBe(200)
    expect((await send('POST /key/', {email, source: 'signup'})).status).toBe(409)
    await send('POST /key/', {email, source: 'reset'})
    const code = mailedCode(sandbox)
    await send(`POST /key/${code}`, {password: 'sandbox-eve-2'})
    expect((await send('POST /token/', {email, password: 'sandbox-eve-1'})).status).toBe(401)
    expect((await send('POST /token/', {email, password: 'sandbox-eve-2'})).status).toBe(200)
    await send('POST /key/', {email, source: 'reset'})
    sandbox.clock.advance(15 * 60 * 1000)
    expect((await send(`GET /key/${mailedCode(sandbox)}`)).status).toBe(404)
  })
})

describe('a business', () => {
  test('is seen by its members, looked at by guests, and changed by more than those', async () => {
    const {sandbox, send} = await muranoSandbox()
    const path = `/business/${businessId}/solution/`
    const as = async (person: typeof seededGuest) => sender(sandbox, `token ${await muranoToken(sandbox, person)}`)
    const guest = await as(seededGuest)
    const stranger = await as(seededStranger)
    expect((await send(`GET /user/${seededMurano.email}/membership/`)).json()).toEqual([
      {bizid: businessId, role: 'owner', name: 'Sunrise Dental'},
    ])
    expect((await stranger(`GET /user/${seededStranger.email}/membership`)).json()).toEqual([])
    expect((await stranger(`GET /user/${seededMurano.email}/membership`)).status).toBe(403)
    expect((await guest(`GET ${path}`)).status).toBe(200)
    expect((await guest(`POST ${path}`, {label: 'New', type: 'application'})).status).toBe(403)
    expect((await guest(`DELETE ${path}${applicationId}`)).status).toBe(403)
    expect((await guest(`PUT /solution/${applicationId}/serviceconfig/keystore`, {})).status).toBe(403)
    for (const hidden of [path, `/solution/${applicationId}`, `/solution/${applicationId}/serviceconfig`]) {
      expect((await stranger(`GET ${hidden}`)).status).toBe(403)
    }
    expect((await stranger('GET /business/nonesuch/solution/')).status).toBe(404)
    expect((await stranger('GET /solution/nonesuch')).status).toBe(404)
  })

  test('that is new is its maker’s, and may have one application and one product', async () => {
    const {send} = await muranoSandbox(seededStranger)
    const {bizid} = (await send('POST /business/', {name: 'Marsh Realty'})).json() as {bizid: string}
    expect(bizid).toMatch(/^[a-z0-9]{16}$/)
    expect((await send(`GET /business/${bizid}/overview`)).json()).toMatchObject({
      tier: {id: 'free'},
      accountLimits: {solutionApis: 1, productModels: 1},
    })
    const path = `/business/${bizid}/solution/`
    expect((await send(`POST ${path}`, {label: 'first', type: 'application'})).status).toBe(200)
    expect((await send(`POST ${path}`, {label: 'meter', type: 'product'})).status).toBe(200)
    const third = await send(`POST ${path}`, {label: 'second', type: 'application'})
    expect([third.status, third.json()]).toMatchObject([409, {message: 'limit'}])
    expect((await send(`DELETE /business/${bizid}`)).status).toBe(200)
    expect((await send(`GET ${path}`)).status).toBe(404)
  })
})

describe('solutions', () => {
  test('are listed with their domains, made with services, and gone with what is in them', async () => {
    const {send} = await muranoSandbox()
    const path = `/business/${businessId}/solution/`
    const list = async () => (await send(`GET ${path}`)).json() as {apiId: string}[]
    expect(await list()).toMatchObject([
      {apiId: applicationId, sid: applicationId, type: 'application', domain: 'localhost/apps/clinic-monitor'},
      {apiId: otherApplicationId, type: 'application', name: 'Sandpit'},
      {apiId: productId, type: 'product', domain: `localhost/m2/${productId}`},
    ])
    const {id} = (await send(`POST ${path}`, {label: 'Clinic Monitor', type: 'application'})).json() as {id: string}
    expect(id).toMatch(/^[a-z0-9]{17}$/)
    expect((await send(`GET /solution/${id}`)).json()).toMatchObject({
      domain: 'localhost/apps/clinic-monitor-2',
      template: 'application',
    })
    expect((await send(`GET /solution/${id}/version`)).json()).toEqual({min_cli_version: '0.10'})
    expect((await send(`POST ${path}`, {label: 'Clinic Monitor', type: 'application'})).status).toBe(409)
    expect((await send(`POST ${path}`, {label: '2nd', type: 'product'})).json()).toMatchObject({
      errors: [{field: 'label'}],
    })
    expect((await send(`GET /solution/${id}/serviceconfig/keystore`)).status).toBe(200)
    expect((await send(`DELETE ${path}${id}`)).status).toBe(204)
    expect((await send(`GET /solution/${id}`)).status).toBe(404)
    await send(`DELETE ${path}${productId}`)
    expect((await send(`GET /solution/${applicationId}/serviceconfig/${productId}`)).status).toBe(404)
  })
})
