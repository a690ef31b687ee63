import {describe, expect, test} from 'vitest'
import {logLines} from '../../src/sandbox/murano/logs.ts'
import {seededMurano} from '../../src/sandbox/murano/seeded.ts'
import {type Sandbox} from '../../src/sandbox/sandbox.ts'
import {applicationId, muranoSandbox, productId} from './murano-support.ts'
import {type Reply} from './support.ts'

const gateway = `/service/${productId}/device2`
const {active, waiting, locked} = seededMurano.devices

interface DeviceList {
  devices: {identity: string; lastseen: number; status: string}[]
  mayLoadMore: boolean
}

/** Sends as a device does: forms, to a host of the product's own or below a path. */
async function deviceOf(sandbox: Sandbox, cik?: string) {
  const app = await sandbox.app()
  return async (
    request: string,
    form?: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const [method, path] = request.split(' ') as ['GET', string]
    const reply = await app.inject({
      method,
      url: path,
      headers: {
        host: `${productId}.m2.localhost`,
        ...(form && {'content-type': 'application/x-www-form-urlencoded; charset=utf-8'}),
        ...(cik !== undefined && {'x-exosite-cik': cik}),
        ...headers,
      },
      ...(form && {payload: new URLSearchParams(form).toString()}),
    })
    return {status: reply.statusCode, headers: reply.headers, text: reply.body, json: () => reply.json()}
  }
}

describe('the gateway of a product', () => {
  test('tells its address, settings and resources, and changes part by part; resources as a whole', async () => {
    const {send} = await muranoSandbox()
    expect((await send(`GET ${gateway}`)).json()).toMatchObject({
      fqdn: `localhost/m2/${productId}`,
      protocol: {name: 'onep', devmode: false},
      resources: {temperature: {format: 'number', unit: '°C', settable: false}, setpoint: {settable: true}},
    })
    expect((await send(`GET ${gateway}`, undefined, {host: 'bizapi.example'})).json()).toMatchObject({
      fqdn: `${productId}.m2.bizapi.example`,
    })
    const resources = {humidity: {format: 'number', settable: false}}
    await send(`PATCH ${gateway}`, {resources, protocol: {devmode: true}})
    await send(`PATCH ${gateway}`, {identity_format: {type: 'base10', options: {length: 4}}})
    expect((await send(`GET ${gateway}`)).json()).toMatchObject({
      protocol: {name: 'onep', devmode: true},
      identity_format: {type: 'base10', options: {casing: 'mixed', length: 4}},
      provisioning: {enabled: true},
    })
    const {resources: found} = (await send(`GET ${gateway}`)).json() as {resources: object}
    expect(found).toEqual(resources)
    expect((await send(`PATCH ${gateway}`, {resources: {humidity: {format: 'colour'}}})).json()).toMatchObject({
      statusCode: 400,
      errors: [{field: 'resources'}],
    })
    expect((await send(`GET /service/${applicationId}/device2`)).status).toBe(404)
  })
})

describe('devices', () => {
  test('are listed latest first, and page by page before the last one’s time', async () => {
    const {send} = await muranoSandbox()
    const all = (await send(`GET ${gateway}/identity/`)).json() as DeviceList
    expect(all.devices.map(({identity, status}) => [identity, status])).toEqual([
      [active, 'provisioned'],
      [locked, 'locked'],
      [waiting, 'whitelisted'],
    ])
    const seen: string[] = []
    let page = (await send(`GET ${gateway}/identity/?limit=2`)).json() as DeviceList
    expect(page.mayLoadMore).toBe(true)
    seen.push(...page.devices.map(({identity}) => identity))
    page = (await send(`GET ${gateway}/identity/?limit=2&before=${page.devices.at(-1)?.lastseen}`)).json() as DeviceList
    seen.push(...page.devices.map(({identity}) => identity))
    expect([page.mayLoadMore, seen]).toEqual([false, [active, locked, waiting]])
    const filtered = (await send(`GET ${gateway}/identity/?status=locked&identity=fridge-*`)).json() as DeviceList
    expect(filtered.devices.map(({identity}) => identity)).toEqual([locked])
  })

  test('are enabled, locked, revoked and deleted', async () => {
    const {sandbox, send} = await muranoSandbox()
    const one = `${gateway}/identity/fridge-10`
    expect((await send(`PUT ${one}`, {auth: {}, locked: false})).json()).toMatchObject({
      identity: 'fridge-10',
      status: 'whitelisted',
      locked: false,
      online: false,
    })
    expect((await send(`PATCH ${one}`, {locked: true})).status).toBe(204)
    expect((await send(`GET ${one}`)).json()).toMatchObject({status: 'locked'})
    await send(`PATCH ${one}`, {locked: false})
    const device = await deviceOf(sandbox)
    const {text: cik} = await device('POST /provision/activate', {vendor: productId, model: productId, sn: 'fridge-10'})
    expect((await send(`GET ${one}`)).json()).toMatchObject({status: 'provisioned', online: true, auth: {type: 'cik'}})
    expect((await send(`PATCH ${one}`, {auth: {expire: 0}})).status).toBe(204)
    expect((await send(`GET ${one}`)).json()).toMatchObject({status: 'reprovision', reprovision: true})
    const revoked = await deviceOf(sandbox, cik)
    expect((await revoked('GET /onep:v1/stack/alias?setpoint')).status).toBe(401)
    expect((await device('POST /provision/activate', {sn: 'fridge-10'})).text).not.toBe(cik)
    expect((await send(`DELETE ${one}`)).json()).toMatchObject({identity: 'fridge-10'})
    expect((await send(`GET ${one}`)).status).toBe(404)
    expect((await send(`PATCH ${one}`, {auth: {expire: 0}})).status).toBe(204)
    expect((await send(`PATCH ${one}`, {locked: true})).status).toBe(404)
  })

  test('have identities by the product’s rules', async () => {
    const {send} = await muranoSandbox()
    await send(`PATCH ${gateway}`, {identity_format: {type: 'base16', options: {length: 4, casing: 'lower'}}})
    const statuses = []
    for (const identity of ['00af', '00AF', '0af', '00ag']) {
      statuses.push((await send(`PUT ${gateway}/identity/${identity}`, {auth: {}, locked: false})).status)
    }
    expect(statuses).toEqual([200, 400, 400, 400])
  })

  test.each([
    ['identities', 'ID\nf-1\nf-2\n', 200],
    ['identities with certificates', 'ID, SSL Client Certificate\nf-1,"-----BEGIN\nabc\n-----END"\nf-2,\n', 200],
    ['no header', 'f-1\nf-2\n', 400],
    ['a row that is too long', 'ID\nf-1,x\n', 400],
  ])('are enabled by a file with %s, or none of them', async (_what, csv, status) => {
    const {send} = await muranoSandbox()
    const form = new FormData()
    form.set('identities', new Blob([csv], {type: 'text/csv'}), 'ids.csv')
    const request = new Request('http://localhost', {method: 'POST', body: form})
    const headers = {'content-type': request.headers.get('content-type') ?? ''}
    const reply = await send(`POST ${gateway}/identities`, await request.text(), headers)
    expect(reply.status).toBe(status)
    if (status === 400) expect(reply.text).toBe('CSV file format invalid')
    const {devices} = (await send(`GET ${gateway}/identity?identity=f-`)).json() as DeviceList
    expect(devices.map(({identity}) => identity)).toEqual(status === 200 ? ['f-2', 'f-1'] : [])
  })

  test('are told what can be set, in values that fit', async () => {
    const {send} = await muranoSandbox()
    const state = `${gateway}/identity/${active}/state`
    expect((await send(`PATCH ${state}`, {setpoint: 3, light: true})).status).toBe(200)
    expect((await send(`GET ${state}`)).json()).toMatchObject({
      setpoint: {set: '3', reported: '4'},
      light: {set: 'true'},
      temperature: {reported: '4.2'},
    })
    const refused = await send(`PATCH ${state}`, {temperature: 1})
    expect([refused.status, refused.text]).toEqual([400, 'Value is not settable'])
    for (const values of [{setpoint: 'cold'}, {light: 'yes'}, {nonesuch: 1}]) {
      expect((await send(`PATCH ${state}`, values)).status).toBe(400)
    }
  })
})

describe('a device', () => {
  test('is activated once, where it was enabled in time', async () => {
    const {sandbox, send} = await muranoSandbox()
    const device = await deviceOf(sandbox)
    const form = {vendor: productId, model: productId, sn: waiting}
    const activated = await device('POST /provision/activate', form)
    expect([activated.status, activated.text]).toEqual([200, expect.stringMatching(/^[a-zA-Z0-9]{40}$/)])
    expect((await device('POST /provision/activate', form)).status).toBe(409)
    expect((await device('POST /provision/activate', {id: 'nonesuch'})).status).toBe(404)
    expect((await device('POST /provision/activate', {sn: locked})).status).toBe(403)
    const expire = sandbox.clock.now() * 1000 + 1_000_000
    await send(`PUT ${gateway}/identity/late`, {auth: {expire}, locked: false})
    sandbox.clock.advance(2000)
    expect((await device('POST /provision/activate', {sn: 'late'})).status).toBe(404)
  })

  test('writes and reads forms, on its host or below a path, with its CIK', async () => {
    const {sandbox, send} = await muranoSandbox()
    const device = await deviceOf(sandbox, seededMurano.cik)
    const written = await device('POST /onep:v1/stack/alias', {temperature: '7.5', door: 'open'})
    expect([written.status, written.text]).toEqual([204, ''])
    const read = await device('GET /onep:v1/stack/alias?temperature&door')
    expect([read.status, read.text]).toEqual([200, 'temperature=7.5&door=open'])
    await send(`PATCH ${gateway}/identity/${active}/state`, {setpoint: 2})
    const below = await deviceOf(sandbox)
    const path = `/m2/${productId}/onep:v1/stack/alias`
    const headers = {host: 'localhost:4010', authorization: `token ${seededMurano.cik}`}
    expect((await below(`POST ${path}?setpoint`, {temperature: '6'}, headers)).text).toBe('setpoint=2')
    expect((await below(`GET ${path}?light`, undefined, headers)).status).toBe(204)
    expect((await below(`GET /m2/${productId}/timestamp`, undefined, headers)).text).toMatch(/^\d{10}$/)
  })

  test('is refused in plain text without its CIK, for what its product does not have, and for what does not fit', async () => {
    const {sandbox} = await muranoSandbox()
    const device = await deviceOf(sandbox, seededMurano.cik)
    const stranger = await deviceOf(sandbox, 'x'.repeat(40))
    const post = 'POST /onep:v1/stack/alias'
    expect((await stranger(post, {temperature: '1'})).status).toBe(401)
    expect((await device(post, {nonesuch: '1'})).status).toBe(404)
    expect((await device(post, {temperature: 'cold'})).status).toBe(400)
    const refused = await device(post, {door: 'ajar'})
    expect([refused.status, refused.headers['content-type']]).toEqual([400, 'text/plain; charset=utf-8'])
    expect((await device('GET /onep:v1/stack/alias?temperature')).text).toBe('temperature=4.2')
    sandbox.faults.set({kind: 'status', status: 503, path: '/m2/*'})
    expect((await device('GET /onep:v1/stack/alias?temperature')).text).toBe('Fault on purpose: status 503.')
  })

  test('waits for a change until there is one, or the time is over', async () => {
    const {sandbox, send} = await muranoSandbox()
    const device = await deviceOf(sandbox, seededMurano.cik)
    const waits = (timeout: string, since = {}) =>
      device('GET /onep:v1/stack/alias?setpoint', undefined, {'request-timeout': timeout, ...since})
    expect((await waits('0')).status).toBe(304)
    const long = waits('60000')
    await send(`PATCH ${gateway}/identity/${active}/state`, {setpoint: 1})
    expect((await long).text).toBe('setpoint=1')
    expect((await waits('60000', {'if-modified-since': '1700000000'})).text).toBe('setpoint=1')
    expect((await waits('300001')).status).toBe(400)
  })
})

describe('what a device reports', () => {
  test('comes to the applications that its product is linked to, and leaves a line in their logs', async () => {
    const {sandbox, send} = await muranoSandbox()
    const device = await deviceOf(sandbox, seededMurano.cik)
    const trigger = {triggers: {pid: [productId]}}
    await send(`PUT /solution/${applicationId}/serviceconfig/device`, trigger)
    await device('POST /onep:v1/stack/alias', {temperature: '7.5'})
    const lines = sandbox.store.collection(logLines).find({where: {solution_id: applicationId}})
    expect(lines.filter(({type}) => type === 'event')).toMatchObject([
      {
        service: productId,
        event: 'event',
        data: {argument: {type: 'data_in', identity: active, payload: [{values: {temperature: '7.5'}}]}},
      },
      {service: 'device', event: 'datapoint', data: {argument: {alias: 'temperature', device_sn: active}}},
    ])
  })
})
