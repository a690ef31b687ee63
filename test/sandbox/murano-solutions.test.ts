import {createHash} from 'node:crypto'
import {describe, expect, test} from 'vitest'
import {writeLog} from '../../src/sandbox/murano/logs.ts'
import {seededMurano} from '../../src/sandbox/murano/seeded.ts'
import {applicationId, businessId, muranoSandbox, productId, type Send} from './murano-support.ts'

const solution = `/solution/${applicationId}`

/** A multipart body with one file, and the header that goes with it. */
async function upload(content: string, type: string, fields: Record<string, string> = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([content], {type}), 'upload')
  const request = new Request('http://localhost', {method: 'POST', body: form})
  return {body: await request.text(), headers: {'content-type': request.headers.get('content-type') ?? ''}}
}

describe.each([
  ['module', 'alarms', {name: 'alarms'}],
  ['eventhandler', 'timer_timer', {service: 'timer', event: 'timer'}],
])('a %s', (kind, name, said) => {
  test('is made by PUT, changed by PUT, listed without its script, and deleted', async () => {
    const {send} = await muranoSandbox()
    const alias = `${applicationId}_${name}`
    const path = `${solution}/${kind}`
    const made = await send(`PUT ${path}/${alias}`, {
      solution_id: applicationId,
      ...said,
      script: 'return 1',
      alias,
      name,
    })
    expect([made.status, made.json()]).toMatchObject([200, {name, alias, script: 'return 1'}])
    const changed = await send(`PUT ${path}/${alias}`, {...said, script: '', alias, name})
    expect([changed.status, changed.text]).toEqual([204, ''])
    const {id, script} = (await send(`GET ${path}/${alias}`)).json() as {id: string; script: string}
    expect(script).toBe('')
    const {items, total} = (await send(`GET ${path}`)).json() as {items: object[]; total: number}
    expect([total, items.at(-1)]).toMatchObject([2, {id, name, alias}])
    expect(items.at(-1)).not.toHaveProperty('script')
    expect((await send(`POST ${path}/`, {...said, script: ''})).status).toBe(409)
    expect((await send(`DELETE ${path}/${id}`)).status).toBe(204)
    expect((await send(`GET ${path}/${alias}`)).status).toBe(404)
    expect((await send(`POST ${path}/`, {...said, script: 'return 2'})).json()).toMatchObject({alias})
  })

  test('needs a script, and a name of its kind', async () => {
    const {send} = await muranoSandbox()
    const refused = await send(`PUT ${solution}/${kind}/${applicationId}_x`, {service: 'nonesuch', event: 'x'})
    expect([refused.status, refused.json()]).toMatchObject([400, {statusCode: 400, message: 'Validation errors'}])
  })
})

describe('endpoints', () => {
  test('are one bare list with their scripts; a route is there once', async () => {
    const {send} = await muranoSandbox()
    const path = `${solution}/endpoint`
    const endpoint = {method: 'POST', path: '/alarms', script: 'return {}'}
    const {id} = (await send(`POST ${path}/`, endpoint)).json() as {id: string}
    expect((await send(`GET ${path}`)).json()).toMatchObject([
      {method: 'get', path: '/fridges/{identity}'},
      {id, method: 'post', path: '/alarms', content_type: '', script: 'return {}'},
    ])
    expect((await send(`POST ${path}`, endpoint)).status).toBe(409)
    expect((await send(`PUT ${path}/${id}`, {...endpoint, content_type: 'text/plain'})).status).toBe(204)
    expect((await send(`GET ${path}/${id}`)).json()).toMatchObject({content_type: 'text/plain'})
    expect((await send(`PUT ${path}/nonesuch`, endpoint)).status).toBe(404)
    expect((await send(`POST ${path}`, {...endpoint, method: 'FETCH'})).json()).toMatchObject({
      errors: [{field: 'method'}],
    })
    expect((await send(`DELETE ${path}/${id}`)).status).toBe(204)
    expect((await send(`DELETE ${path}/${id}`)).status).toBe(404)
  })
})

describe('static files', () => {
  test('come back as they went in, below encoded paths, with a checksum of their hexadecimal text', async () => {
    const {send} = await muranoSandbox()
    const {body, headers} = await upload('let a = 1\n', 'text/javascript')
    expect((await send(`PUT ${solution}/fileupload/js%2Fmy+app.js`, body, headers)).status).toBe(204)
    const hex = Buffer.from('let a = 1\n').toString('hex')
    expect((await send(`GET ${solution}/file`)).json()).toMatchObject([
      {path: '/', mime_type: 'text/html'},
      {path: '/js/my app.js', mime_type: 'text/javascript', checksum: createHash('sha1').update(hex).digest('hex')},
    ])
    expect((await send(`GET ${solution}/file/js%2Fmy+app.js`)).text).toBe('let a = 1\n')
    expect((await send(`GET ${solution}/file/`)).text).toContain('<h1>Refrigerators</h1>')
    expect((await send(`DELETE ${solution}/file/js/my%20app.js`)).status).toBe(200)
    expect((await send(`GET ${solution}/file/js%2Fmy+app.js`)).status).toBe(404)
    expect((await send(`PUT ${solution}/fileupload/x`, {})).status).toBe(400)
  })
})

describe('settings of a solution', () => {
  test('are its CORS and its environment, each replaced as a whole', async () => {
    const {send} = await muranoSandbox()
    expect((await send(`GET ${solution}/cors`)).json()).toMatchObject({origin: true, credentials: true})
    const cors = {origin: ['https://clinic.example'], credentials: false}
    expect((await send(`PUT ${solution}/cors`, cors)).status).toBe(204)
    expect((await send(`GET ${solution}/cors`)).json()).toEqual(cors)
    const {cors: text} = (await send(`GET ${solution}`)).json() as {cors: string}
    expect(JSON.parse(text)).toEqual(cors)
    expect((await send(`GET ${solution}/env`)).json()).toEqual({})
    await send(`POST ${solution}/env`, {LIMIT: '8', UNIT: 'C'})
    await send(`POST ${solution}/env`, {LIMIT: '9'})
    expect((await send(`GET ${solution}/env`)).json()).toEqual({LIMIT: '9'})
  })
})

describe('logs', () => {
  test('are there newest first, by page and by what a filter says', async () => {
    const {sandbox, send} = await muranoSandbox()
    for (const [severity, message] of [
      [6, 'one'],
      [3, 'two'],
      [6, 'three'],
    ] as const) {
      writeLog(sandbox, {solution_id: applicationId, type: 'script', severity, message, data: {endpoint: message}})
    }
    const messages = async (query: string) => {
      const {items, total} = (await send(`GET ${solution}/logs?${query}`)).json() as {
        items: {message: string}[]
        total: number
      }
      return [total, ...items.map(({message}) => message)]
    }
    expect(await messages('limit=2')).toEqual([3, 'three', 'two'])
    expect(await messages('limit=2&offset=2')).toEqual([3, 'one'])
    const filter = (query: object) => `query=${encodeURIComponent(JSON.stringify(query))}`
    expect(await messages(filter({severity: {$in: [3]}}))).toEqual([1, 'two'])
    expect(await messages(filter({severity: {$nin: [3]}, message: {$regex: '^t'}}))).toEqual([1, 'three'])
    expect(await messages(filter({'data.endpoint': 'one'}))).toEqual([1, 'one'])
    expect((await send(`GET ${solution}/logs?${filter({message: {$where: 1}})}`)).status).toBe(400)
    expect((await send(`GET ${solution}/logs?query=x`)).status).toBe(400)
  })

  test('are a stream of objects without anything between them, when polled', async () => {
    const {sandbox} = await muranoSandbox()
    const url = await (await sandbox.app()).listen({port: 0, host: '127.0.0.1'})
    const login = await fetch(`${url}/api:1/token/`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({email: seededMurano.email, password: seededMurano.password}),
    })
    const {token} = (await login.json()) as {token: string}
    const polled = await fetch(`${url}/api:1${solution}/logs?polling=true`, {
      headers: {authorization: `token ${token}`},
    })
    const line = {solution_id: applicationId, type: 'script', severity: 6} as const
    let text = ''
    for (const message of ['first', 'second']) writeLog(sandbox, {...line, message})
    for await (const chunk of polled.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      if (text.includes('second')) break
    }
    expect(text).toMatch(/^\{"type":"script".*"first".*\}\{"type":"script".*"second".*\}$/)
  })
})

describe('usage', () => {
  test('counts calls by day, month and in all, for each service', async () => {
    const {sandbox, send} = await muranoSandbox()
    sandbox.clock.stop()
    const call = (count: number) =>
      Array.from({length: count}, () => send(`POST ${solution}/serviceconfig/keystore/call/list`, {}))
    await Promise.all(call(2))
    expect((await send(`GET ${solution}/usage`)).json()).toMatchObject({
      keystore: {quota: {daily: 100_000}, usage: {calls_daily: 2, calls_monthly: 2, calls_total: 2}},
      timer: {usage: {calls_total: 0}},
    })
    expect((await send(`GET ${solution}/serviceconfig/keystore/info`)).json()).toEqual({
      calls: {daily: 2, monthly: 2, total: 2},
    })
    expect((await send(`GET ${solution}/serviceconfig/keystore/logs`)).json()).toMatchObject({
      items: [{type: 'call', service: 'keystore', event: 'list'}, {}],
      total: 2,
    })
  })
})

describe('contents of a product', () => {
  const path = `/service/${productId}/content/item`

  interface Ticket {
    url: string
    field: string
    inputs: Record<string, string>
  }

  async function put(send: Send, name: string, content: string, {announced = content} = {}) {
    const sha256 = createHash('sha256').update(announced).digest('hex')
    const query = `sha256=${sha256}&expires_in=30&type=text/plain&tags=${encodeURIComponent('{"model":"a"}')}`
    const ticket = (await send(`GET ${path}/${name}/upload?${query}`)).json() as Ticket
    return {ticket, ...(await upload(content, 'text/plain', ticket.inputs))}
  }

  test('go to a bucket and come from it, by addresses that need no token', async () => {
    const {sandbox, send} = await muranoSandbox()
    const app = await sandbox.app()
    const {ticket, body, headers} = await put(send, 'firmware.txt', 'version 2')
    expect(ticket).toMatchObject({method: 'POST', enctype: 'multipart/form-data', field: 'file'})
    const posted = await app.inject({method: 'POST', url: ticket.url, headers, payload: body})
    expect([posted.statusCode, posted.body]).toEqual([204, ''])
    expect((await app.inject({method: 'POST', url: ticket.url, headers, payload: body})).statusCode).toBe(403)
    expect((await send(`GET ${path}`)).json()).toEqual(['firmware.txt'])
    const info = {id: 'firmware.txt', type: 'text/plain', length: 9, tags: {model: 'a'}}
    expect((await send(`GET ${path}?full=true`)).json()).toMatchObject([info])
    expect((await send(`GET ${path}/firmware.txt`)).json()).toMatchObject(info)
    const {url} = (await send(`GET ${path}/firmware.txt/download`)).json() as Ticket
    expect((await app.inject({method: 'GET', url})).body).toBe('version 2')
    expect((await app.inject({method: 'GET', url: url.replace(/signature=./, 'signature=')})).statusCode).toBe(403)
    sandbox.clock.advance(31_000)
    expect((await app.inject({method: 'GET', url})).statusCode).toBe(403)
    expect((await send(`DELETE ${path}`)).status).toBe(204)
    expect((await send(`GET ${path}/firmware.txt`)).status).toBe(404)
  })

  test('are refused in XML, when they are not what was announced, and where there are none', async () => {
    const {sandbox, send} = await muranoSandbox()
    const app = await sandbox.app()
    const {ticket, body, headers} = await put(send, 'firmware.txt', 'version 2', {announced: 'version 1'})
    const refused = await app.inject({method: 'POST', url: ticket.url, headers, payload: body})
    expect([refused.statusCode, refused.headers['content-type']]).toEqual([400, 'application/xml'])
    expect(refused.body).toContain('<Code>BadDigest</Code>')
    const {url} = (await send(`GET ${path}/nonesuch/download`)).json() as Ticket
    const missing = await app.inject({method: 'GET', url})
    expect([missing.statusCode, missing.body]).toEqual([404, expect.stringContaining('<Code>NoSuchKey</Code>')])
    expect((await send(`GET ${path}/x/upload?sha256=1`)).status).toBe(400)
  })
})

describe('the exchange', () => {
  test('has elements that a business of the right tier takes once', async () => {
    const {send} = await muranoSandbox()
    const path = `/exchange/${businessId}`
    const list = async (query = '') =>
      (await send(`GET ${path}/element/${query}`)).json() as {count: number; items: {elementId: string}[]}
    const {count, items} = await list()
    expect([count, items.length]).toEqual([4, 4])
    expect((await list('?type=service')).items).toMatchObject([{name: 'Weather'}])
    expect((await list('?limit=1&offset=1')).items).toMatchObject([{name: 'Weather'}])
    const [charts, weather, , fleet] = items.map(({elementId}) => elementId)
    expect((await send(`GET ${path}/element/${weather}`)).json()).toMatchObject({type: 'service', approval: 'approved'})
    const buy = (elementId = '') => send(`POST ${path}/purchase/`, {elementId})
    expect((await buy(weather)).json()).toMatchObject({bizid: businessId, elementId: weather})
    expect([(await buy(charts)).status, (await buy(fleet)).status, (await buy('x')).status]).toEqual([409, 403, 404])
    expect((await send(`GET ${path}/purchase/`)).json()).toMatchObject({
      count: 2,
      items: [{element: {name: 'Time series charts'}}, {element: {name: 'Weather'}}],
    })
  })
})
