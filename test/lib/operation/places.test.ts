import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {account, bodyOf, fixture, pathOf, queryOf, user} from './program.ts'

describe('where values go', () => {
  it('puts each value into its place, typed as the service takes it', async () => {
    const {server, run} = await fixture()
    const args = ['places', '+1941 a/b?', '--option', 'x y', '--expand', 'a', '--expand', 'b,c', '--deleted']
    const more = ['--tier', '3', '--user', user, '--count', '7', '--due', '2026-03-31', '--no-active', '--tag', 'one']
    const result = await run([...args, ...more, '--tag', '2', '--frequency', '{"every":[1,"2"]}', '--note', 'mine'])
    expect(result).toMatchObject({exitCode: 0, stderr: ''})
    const [seen] = server.seen
    expect(seen).toMatchObject({method: 'POST'})
    expect(pathOf(seen)).toBe(`/accounts/${account}/parts/+1941%20a%2Fb%3F/x%20y`)
    expect(queryOf(seen)).toEqual([
      'short=true',
      'policy.type=oauth',
      'policy.type=basic',
      'expand=a,b,c',
      'deleted=true',
      'tier=3',
    ])
    expect(seen?.headers).toMatchObject({
      authorization: 'Bearer the-token',
      'x-user-uuid': user,
      'cache-control': 'no-cache',
      'content-type': 'application/json',
      'x-api-version': 'v1',
    })
    expect(bodyOf(seen)).toEqual({
      status: 'active',
      grant_types: ['client_credentials'],
      count: 7,
      due: '2026-03-31',
      active: false,
      tags: ['one', '2'],
      frequency: {every: [1, '2']},
    })
  })

  it('sends defaults and leaves out what was not given', async () => {
    const {server, run} = await fixture()
    await run(['places', 'P1', '--user-name', 'Zoë'])
    const [seen] = server.seen
    expect(queryOf(seen)).toEqual(['short=true', 'policy.type=oauth', 'policy.type=basic', 'tier=1'])
    expect(seen?.headers['user_uuid']).toBe('Zoë')
    expect(bodyOf(seen)).toEqual({
      status: 'active',
      grant_types: ['client_credentials'],
      active: true,
      frequency: {type: 'once'},
    })
  })

  it('names a field by the value of another parameter', async () => {
    const {server, run} = await fixture((response) => response.writeHead(204).end())
    const [first, second] = await Promise.all([
      run(['scope', '--scope', 'A', '--scope', 'B']),
      run(['scope', '--scope', 'C', '--type', 'Resource']),
    ])
    expect([first.exitCode, second.exitCode]).toEqual([0, 0])
    expect(server.seen.map(bodyOf)).toEqual(
      expect.arrayContaining([{scope: [{account: ['A', 'B']}]}, {scope: [{resource: ['C']}]}]),
    )
  })

  it('makes nested bodies of nested names', async () => {
    const {server, home, run} = await fixture()
    const headers = ['--callback-header', '{"a":"1"}', '--callback-header', '[{"b":"2"},{"c":"3"}]']
    const args = ['--callback-url', 'https://example.com/hook', ...headers, '--text', '@text.txt', '--sample', 'Hi']
    writeFileSync(join(home, 'text.txt'), 'Hello\nthere\n')
    expect(await run(['bodies', 'nested', ...args, '--sample', 'Ho'])).toMatchObject({exitCode: 0})
    expect(bodyOf(server.seen[0])).toEqual({
      content: [{type: 'text', body: 'Hello\nthere'}],
      callback: {
        url: 'https://example.com/hook',
        headers: [{'x-user-uuid': user}, {a: '1'}, {b: '2'}, {c: '3'}],
        keep_alive: false,
      },
      sample_msg1: 'Hi',
      sample_msg2: 'Ho',
    })
  })

  it('puts the part of a value that is for the query there, and the rest into the body', async () => {
    const {server, run} = await fixture()
    const args = ['--callback-url', 'https://example.com/hook', '--text', 'Hi']
    await run(['bodies', 'nested', ...args, '--criteria', '[{"a": 1}, {"q": {"b": "x y", "c": [2]}}]'])
    expect(queryOf(server.seen[0])).toEqual(['b=x y', 'c=[2]'])
    expect(bodyOf(server.seen[0])).toMatchObject({criteria: [{a: 1}]})
  })

  it('puts a value of a DELETE into the query, or into the body where it is said', async () => {
    const {server, run} = await fixture((response) => response.writeHead(204).end())
    await run(['bodies', 'delete', '(941) 234-0001', '--reason', 'old & new'])
    expect(server.seen[0]).toMatchObject({method: 'DELETE', url: '/api/sources?reason=old%20%26%20new'})
    expect(bodyOf(server.seen[0])).toEqual({source: '+19412340001'})
  })
})

describe('whole bodies', () => {
  it('builds them from --body, -F and single flags, one over the other', async () => {
    const {server, run} = await fixture()
    const body = JSON.stringify({name: 'x', content: {contentType: 'own', url: 'own', more: 1}, tags: ['a']})
    const fields = ['-F', 'name=007', '-F', 'a.b[1].c=2.5', '-F', 'tags[]=true', '-F', 'n=null', '-F', 'empty[]']
    const result = await run(['bodies', 'whole', 'W1', '--body', body, ...fields, '--url', 'https://x.example'])
    expect(result).toMatchObject({exitCode: 0, stderr: ''})
    expect(bodyOf(server.seen[0])).toEqual({
      name: '007',
      content: {contentType: 'string', url: 'https://x.example', more: 1},
      tags: ['a', true],
      a: {b: [null, {c: 2.5}]},
      n: null,
      empty: [],
    })
  })

  it('reads them from a file and from standard input', async () => {
    const {server, home, run} = await fixture()
    writeFileSync(join(home, 'body.yaml'), 'name: from a file\n')
    await run(['bodies', 'whole', 'W1', '--body', '@body.yaml'])
    await run(['bodies', 'whole', 'W1', '--body', '-', '-F', 'a=1'], {stdin: 'pipe', input: '{"name": "from stdin"}'})
    expect(server.seen.map(bodyOf)).toEqual([
      {name: 'from a file', content: {contentType: 'string'}},
      {name: 'from stdin', a: 1, content: {contentType: 'string'}},
    ])
  })

  it('sends none where it is optional and left out', async () => {
    const {server, run} = await fixture()
    expect((await run(['bodies', 'optional'])).exitCode).toBe(0)
    expect(server.seen[0]).toMatchObject({method: 'POST', body: ''})
    expect(server.seen[0]?.headers['content-type']).toBeUndefined()
  })

  it('sends an array as it is, and with a DELETE', async () => {
    const {server, run} = await fixture()
    expect((await run(['bodies', 'rows', '--body', '["a","b"]', '--yes'])).exitCode).toBe(0)
    expect(server.seen[0]).toMatchObject({method: 'DELETE', url: '/api/rows', body: '["a","b"]'})
  })
})

describe('forms and uploads', () => {
  it('sends a form to the auth host with basic authorization', async () => {
    const {server, env, run} = await fixture()
    const args = ['--email', 'a@example.com', '--password', 'env:PASSWORD', '--device-id', 'D1']
    await run(['bodies', 'form', ...args], {env: {...env, PASSWORD: 'p&ss word'}})
    const [seen] = server.seen
    expect(seen).toMatchObject({method: 'POST', url: '/auth/oauth/token'})
    expect(seen?.headers).toMatchObject({
      authorization: 'Basic dGhlOmJhc2lj',
      'content-type': 'application/x-www-form-urlencoded',
      'x-device-id': 'D1',
    })
    expect([...new URLSearchParams(seen?.body)]).toEqual([
      ['grant_type', 'password'],
      ['scope', 'default'],
      ['email', 'a@example.com'],
      ['password', 'p&ss word'],
    ])
  })

  it('sends a file and the values beside it as multipart', async () => {
    const {server, home, run} = await fixture((response) => response.end())
    writeFileSync(join(home, 'logo.png'), 'the bytes')
    expect((await run(['bodies', 'upload', 'logo.png', '--name', 'Our logo'])).exitCode).toBe(0)
    const [seen] = server.seen
    expect(pathOf(seen)).toBe(`/users/${user}/media`)
    const form = await new Response(seen?.body, {
      headers: {'content-type': seen?.headers['content-type'] ?? ''},
    }).formData()
    const file = form.get('file') as File
    expect([file.name, await file.text()]).toEqual(['logo.png', 'the bytes'])
    expect([form.get('file_name'), form.get('kind')]).toEqual(['Our logo', 'media'])
  })
})
