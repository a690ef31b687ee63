import {Ajv} from 'ajv'
import {mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {curlOf} from '../../../src/lib/recording/curl-of.ts'
import {type Exchange, ExchangeLog} from '../../../src/lib/recording/exchange.ts'
import {largestBody, toHar} from '../../../src/lib/recording/har.ts'
import {NewFile} from '../../../src/lib/output/new-file.ts'
import {readHar} from '../../../src/lib/recording/read-har.ts'
import {timelineRows} from '../../../src/lib/recording/timeline.ts'
import {clientOf, failure, get, json, post, serve} from '../client/support.ts'
import {fakeTerminal} from '../output/fake-terminal.ts'
import {harSchema} from './har-schema.ts'

const isHar = new Ajv({allowUnionTypes: true, strict: false}).compile(harSchema)

/** What a client is told of some requests: one that works, one that must not be seen, one that is refused. */
async function recorded(): Promise<ExchangeLog> {
  const server = await serve((response, {url}) => {
    if (url.startsWith('/large')) return json(response, 200, {text: 'x'.repeat(largestBody)})
    if (url.startsWith('/lost')) return response.destroy()
    return json(response, url.startsWith('/no') ? 400 : 200, {message: 'Hello.', access_token: 'CANARY'})
  })
  const log = new ExchangeLog({replies: true, keep: Infinity})
  const client = clientOf(server.url, {observe: log.observe})
  await client.send({...get, query: [['token', 'CANARY']]})
  await client.send({
    ...post,
    body: {
      kind: 'form',
      fields: [
        ['password', 'CANARY'],
        ['name', 'a b'],
      ],
    },
  })
  await failure(client.send({...post, path: '/no', body: {kind: 'json', value: {client_secret: 'CANARY', name: 'x'}}}))
  await client.send({...get, path: '/large'})
  await failure(client.send({...post, path: '/lost'}))
  return log
}

const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'commsctl-har-'))
  onTestFinished(() => rmSync(made, {recursive: true}))
  return made
}

describe('a recording', () => {
  test('is HAR 1.2, and has requests that got no reply', async () => {
    const har = toHar((await recorded()).exchanges, '1.2.3')
    isHar(har)
    expect(isHar.errors).toBeNull()
    expect(har.log.entries.map(({response}) => response.status)).toEqual([200, 200, 400, 200, 0])
    expect(har.log.entries[4]).toMatchObject({_error: expect.stringContaining('may have been carried out') as string})
  })

  test('knows what opening a connection took, for the first request on it alone', async () => {
    const {log} = toHar((await recorded()).exchanges, '1.2.3')
    const [first, second] = log.entries.map(({timings}) => timings)
    expect(first).toMatchObject({dns: -1, ssl: -1, connect: expect.any(Number) as number})
    expect(first!.connect).toBeGreaterThan(0)
    expect(second).toMatchObject({dns: -1, connect: -1, ssl: -1})
    expect(second!.wait).toBeGreaterThan(0)
  })

  test('holds no secret and no large body, and is read by its owner only', async () => {
    const file = join(folder(), 'a.har')
    const {exchanges} = await recorded()
    new NewFile(file, '--har').writeJson(toHar(exchanges, '1.2.3'))
    expect(JSON.stringify(exchanges)).not.toContain('CANARY')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(file).size).toBeLessThan(100_000)
  })

  test('is read as it was written', async () => {
    const file = join(folder(), 'a.har')
    const {exchanges} = await recorded()
    new NewFile(file, '--har').writeJson(toHar(exchanges, '1.2.3'))
    const read = await readHar(file, fakeTerminal().terminal)
    const essence = ({method, url, body, reply, host, auth, trace}: Exchange) => {
      const {status, size} = reply ?? {}
      return {method, url, body, status, size, host, auth, trace}
    }
    expect(read.map(essence)).toEqual(exchanges.map(essence))
    expect(read[0]!.reply!.body).toEqual({message: 'Hello.', access_token: '***'})
  })

  test('of a browser is masked when it is read', async () => {
    const file = join(folder(), 'b.har')
    const content = {mimeType: 'application/json', encoding: 'base64', text: btoa('{"password":"CANARY"}'), size: 21}
    const request = {method: 'get', url: 'https://a.example/x?sig=CANARY', headers: [{name: 'Cookie', value: 'CANARY'}]}
    writeFileSync(file, JSON.stringify({log: {entries: [{request, response: {status: 200, content}}]}}))
    const [exchange] = await readHar(file, fakeTerminal().terminal)
    expect(exchange).toMatchObject({method: 'GET', headers: {cookie: '***'}, reply: {body: {password: '***'}}})
    expect(JSON.stringify(exchange)).not.toContain('CANARY')
  })

  test.each([
    ['{"log": {}}', 'no list of entries'],
    ['{"log": {"entries": [{"request": {"method": "GET"}}]}}', 'entry 1'],
    ['HAR', 'not JSON'],
  ])('that is none is refused: %s', async (text, why) => {
    const file = join(folder(), 'c.har')
    writeFileSync(file, text)
    const error = await failure(readHar(file, fakeTerminal().terminal))
    expect(error).toMatchObject({exit: 2, code: 'bad-har'})
    expect(error.message).toContain(why)
  })

  test('is shown with its failures first, each with why', async () => {
    const rows = timelineRows((await recorded()).exchanges)
    expect(rows.map(({number}) => number)).toEqual([3, 5, 1, 2, 4])
    expect(rows[0]).toMatchObject({status: 400, error: 'Hello.'})
    expect(rows[1]).toMatchObject({status: null, error: expect.stringContaining('/lost') as string})
  })

  test('gives curl with variables in place of secrets', async () => {
    const [query, form, body] = (await recorded()).exchanges.map(curlOf)
    expect(query).toContain(`things?token='"$TOKEN"`)
    expect(query).toContain(`-H 'authorization: Bearer '"$COMMSCTL_TOKEN"`)
    expect(form).toContain('--data-urlencode password="$PASSWORD"')
    expect(form).toContain(`--data-urlencode 'name=a b'`)
    expect(body).toContain(`--data-raw '{"client_secret":"'"$CLIENT_SECRET"'","name":"x"}'`)
  })
})

test('a log keeps the last requests, and counts all', async () => {
  const server = await serve((response) => json(response, 200, {}))
  const log = new ExchangeLog({replies: false, keep: 2})
  const client = clientOf(server.url, {observe: log.observe})
  for (const path of ['/a', '/b', '/c']) await client.send({...get, path})
  expect(log.count).toBe(3)
  expect(log.exchanges.map(({url}) => url.at(-1))).toEqual(['b', 'c'])
})
