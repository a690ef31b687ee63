import {describe, expect, test} from 'vitest'
import {endpoints} from '../../src/sandbox/murano/endpoints.ts'
import {eventHandlers} from '../../src/sandbox/murano/event-handlers.ts'
import {logLines} from '../../src/sandbox/murano/logs.ts'
import {modules} from '../../src/sandbox/murano/modules.ts'
import {seededMurano} from '../../src/sandbox/murano/seeded.ts'
import {type Sandbox} from '../../src/sandbox/sandbox.ts'
import {applicationId, muranoSandbox, productId} from './murano-support.ts'

const solution_id = applicationId
const times = {created_at: '2026-01-01T00:00:00.000Z', updated_at: '2026-01-01T00:00:00.000Z'}

/** The seeded application, and scripts of the test's own. */
async function application() {
  const {sandbox, send} = await muranoSandbox()
  const {store} = sandbox
  const app = await sandbox.app()
  sandbox.clock.stop()
  return {
    sandbox,
    call: (operation: string, given: object = {}) => {
      const [service = '', name = ''] = operation.split('.')
      return send(`POST /solution/${applicationId}/serviceconfig/${service}/call/${name}`, given)
    },
    handler: (service: string, event: string, script: string) => {
      const name = `${service}_${event}`
      const alias = `${applicationId}_${name}`
      const id = store.collection(eventHandlers).first({alias})?.id ?? name
      store.collection(eventHandlers).put({id, solution_id, service, event, name, alias, script, ...times})
    },
    module: (name: string, script: string) => {
      store.collection(modules).put({id: name, solution_id, name, alias: `${applicationId}_${name}`, script, ...times})
    },
    endpoint: (method: string, path: string, script: string, content_type = '') => {
      const id = `${method} ${path}`
      store
        .collection(endpoints)
        .put({id, solution_id, method, path, script, content_type, use_basic_auth: false, ...times})
    },
    request: async (line: string, payload?: object | string, host = 'clinic-monitor.apps.localhost') => {
      const [method, url = ''] = line.split(' ') as ['GET', string]
      const headers = {host, 'content-type': 'application/json'}
      const reply = await app.inject({method, url, headers, ...(payload !== undefined && {payload})})
      return {status: reply.statusCode, headers: reply.headers, text: reply.body}
    },
    after: async (milliseconds: number) => {
      sandbox.clock.advance(milliseconds)
      await sandbox.catchUp()
    },
  }
}

const severities = {error: 3, info: 6} as const

/** What scripts left in the log, oldest first. */
function scriptLines({store}: Sandbox, severity: keyof typeof severities = 'info'): string[] {
  const where = {solution_id, type: 'script', severity: severities[severity]}
  return store
    .collection(logLines)
    .find({where})
    .map(({message}) => message)
}

describe('a handler', () => {
  test('is called by a timer, on the sandbox’s clock, with services and modules at hand', async () => {
    const {sandbox, call, handler, module, after} = await application()
    module('text.shout', 'local shout = {}\nfunction shout.loud(text) return text:upper() end\nreturn shout')
    handler(
      'timer',
      'timer',
      `local shout = require "text.shout"
       local before = Keystore.get({key = "count"}).value
       Keystore.command({key = "count", command = "incr"})
       print(shout.loud(request.message.word), request.timer_id, before, os.time(), os.date("%Y"))
       if before == nil then Timer.sendAfter({duration = 1000, timer_id = "again", message = {word = "then"}}) end`,
    )
    const start = Math.floor((sandbox.clock.now() + 1000) / 1000)
    await call('timer.sendAfter', {duration: 1000, timer_id: 'first', message: {word: 'now'}})
    await after(1000)
    await after(1000)
    expect(scriptLines(sandbox)).toEqual([
      `NOW\tfirst\tnil\t${start}\t${new Date(start * 1000).getUTCFullYear()}`,
      `THEN\tagain\t1\t${start + 1}\t${new Date(start * 1000).getUTCFullYear()}`,
    ])
  })

  test('is called when a device writes: the seeded one keeps temperatures, and an endpoint tells them', async () => {
    const {sandbox, request} = await application()
    const app = await sandbox.app()
    const written = await app.inject({
      method: 'POST',
      url: `/m2/${productId}/onep:v1/stack/alias`,
      headers: {'x-exosite-cik': seededMurano.cik, 'content-type': 'application/x-www-form-urlencoded'},
      payload: 'temperature=9.5',
    })
    expect(written.statusCode).toBe(204)
    expect(scriptLines(sandbox)).toEqual([`${seededMurano.devices.active} is too warm: 9.5`])
    const told = await request(`GET /fridges/${seededMurano.devices.active}`)
    expect([told.status, told.text]).toEqual([200, '{"value":"9.5"}'])
    const below = await request(
      `GET /apps/clinic-monitor/fridges/${seededMurano.devices.active}`,
      undefined,
      'localhost',
    )
    expect(below.text).toBe(told.text)
  })

  test('that fails leaves the line where it did in the log, and what it did before stays done', async () => {
    const {sandbox, call, handler, module, after} = await application()
    module('broken', 'local x = 1\nlocal y = = 2')
    const scripts: [script: string, message: RegExp][] = [
      ['Keystore.set({key = "a", value = 1})\nlocal x\nx.y = 1', /^timer_timer:3: attempt to index a nil value/],
      ['local x = = 1', /^timer_timer:1: unexpected symbol near '='/],
      ['\nerror({code = 5})', /^timer_timer:2: \{"code":5\}$/],
      ['require "broken"', /^broken:2: unexpected symbol/],
      ['require "nothing"', /^timer_timer:1: there is no module nothing$/],
      ['io.open("/etc/passwd")', /^timer_timer:1: attempt to index a nil value \(global 'io'\)/],
    ]
    for (const [script, message] of scripts) {
      handler('timer', 'timer', script)
      await call('timer.sendAfter', {duration: 1})
      await after(1)
      expect(scriptLines(sandbox, 'error').at(-1)).toMatch(message)
    }
    expect((await call('keystore.get', {key: 'a'})).json()).toEqual({value: 1})
  })

  test('that does not end is stopped, whether it uses up time or memory', async () => {
    const {sandbox, call, handler, after} = await application()
    const runaways: [script: string, message: string][] = [
      ['\nwhile true do pcall(function() while true do end end) end', 'timer_timer:2: the script took longer than'],
      ['local text = "x" while true do text = text .. text end', 'not enough memory'],
    ]
    for (const [script, message] of runaways) {
      handler('timer', 'timer', script)
      await call('timer.sendAfter', {duration: 1})
      await after(1)
      expect(scriptLines(sandbox, 'error').at(-1)).toContain(message)
    }
    handler('timer', 'timer', 'print("still here")')
    await call('timer.sendAfter', {duration: 1})
    await after(1)
    expect(scriptLines(sandbox)).toEqual(['still here'])
  })

  test('gets what a service refuses as a value, with error and status', async () => {
    const {sandbox, call, handler, after} = await application()
    handler(
      'timer',
      'timer',
      `local user = User.getUser({id = 99})
       print(user.error, user.status, user.status_code)
       print(Keystore.set({key = "two words", value = 1}).status, Postgresql, Keystore.set({key = "a", value = 1}).error)
       print(Keystore.nothing({}).status)
       log.warn("careful") log.error("bad")
       print(to_json({list = {1, 2}}), from_json('{"a": [1, null, {"b": "c"}]}').a[3].b, (select(2, from_json("{"))) ~= nil)`,
    )
    await call('timer.sendAfter', {duration: 1})
    await after(1)
    expect(scriptLines(sandbox)).toEqual([
      expect.stringMatching(/User 99 was not found.*\t404\t404$/) as string,
      '400\tnil\tnil',
      '404',
      '{"list":[1,2]}\tc\ttrue',
    ])
    expect(scriptLines(sandbox, 'error')).toEqual(['bad'])
  })
})

describe('an endpoint', () => {
  test('knows the request, and answers by what it returns or by response', async () => {
    const {endpoint, request} = await application()
    endpoint(
      'post',
      '/rooms/{room}/{thing}',
      'return {request.method, request.route, request.parameters, request.body}',
    )
    const {status, text, headers} = await request('POST /rooms/7/a%20b?x=1', {list: [1, {two: null}]})
    expect(JSON.parse(text)).toEqual([
      'POST',
      '/rooms/{room}/{thing}',
      {room: '7', thing: 'a b', x: '1'},
      {list: [1, {}]},
    ])
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
    endpoint(
      'get',
      '/page',
      'response.code = 201 response.headers["X-Kind"] = "page" response.message = "<p>"',
      'text/html',
    )
    const page = await request('GET /page/')
    expect([page.status, page.text, page.headers['x-kind'], page.headers['content-type']]).toEqual([
      201,
      '<p>',
      'page',
      'text/html',
    ])
    endpoint('put', '/text', 'return #request.body')
    expect((await request('PUT /text', 'no JSON')).text).toBe('7')
  })

  test('with the fewest variables is taken; where there is none, a file', async () => {
    const {endpoint, request} = await application()
    endpoint('get', '/{anything}', 'return "any"')
    endpoint('get', '/special', 'return "special"')
    expect((await request('GET /special')).text).toBe('special')
    expect((await request('GET /other')).text).toBe('any')
    expect((await request('GET /')).text).toContain('<h1>')
    expect((await request('DELETE /special')).status).toBe(404)
    expect((await request('GET /x', undefined, 'nobody.apps.localhost')).status).toBe(404)
  })

  test('that fails answers 500, with its line, and leaves it in the log', async () => {
    const {sandbox, endpoint, request} = await application()
    endpoint('get', '/bad', 'local x\nreturn x.y')
    const {status, text} = await request('GET /bad')
    expect(status).toBe(500)
    expect(text).toContain('GET /bad:2:')
    expect(scriptLines(sandbox, 'error')).toEqual([(JSON.parse(text) as {error: string}).error])
    endpoint('get', '/odd', 'response.code = "often"')
    expect((await request('GET /odd')).status).toBe(500)
  })

  test('is not needed where a handler takes all requests and answers them by id', async () => {
    const {handler, request} = await application()
    handler(
      'webservice',
      'request',
      `if request.parameters.quiet then return end
       local answer = {code = 202, headers = {["X-By"] = "handler"}, message = "taken"}
       answer.request_id = request.request_id
       Webservice.api_reply(answer)
       print(Webservice.api_reply(answer).status)`,
    )
    const {status, text, headers} = await request('GET /whatever')
    expect([status, text, headers['x-by']]).toEqual([202, 'taken', 'handler'])
    expect((await request('GET /whatever?quiet=1')).status).toBe(504)
  })
})
