import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {json} from '../client/support.ts'
import {bodyOf, errorOf, fixture, pathOf} from './program.ts'

const thing = {id: 'T1', name: 'One', address: {city: 'Sarasota'}, extra: [1]}

describe('replies', () => {
  it('prints an object: the declared columns to people, all of it as JSON', async () => {
    const {run} = await fixture((response) => json(response, 200, thing))
    const [table, whole, id, picked] = await Promise.all([
      run(['replies', 'object', 'T1']),
      run(['replies', 'object', 'T1', '-o', 'json']),
      run(['replies', 'object', 'T1', '-o', 'id']),
      run(['replies', 'object', 'T1', '--jq', '.extra[0]']),
    ])
    expect(table.stdout).toBe('T1\tOne\tSarasota')
    expect(JSON.parse(whole.stdout)).toEqual(thing)
    expect(id.stdout).toBe('T1')
    expect(picked.stdout).toBe('1')
  })

  it('says that an empty reply is done, to people only', async () => {
    const {run} = await fixture((response) => response.writeHead(204).end())
    const [table, asJson] = await Promise.all([
      run(['scope', '--scope', 'A']),
      run(['scope', '--scope', 'A', '-o', 'json']),
    ])
    expect(table).toMatchObject({exitCode: 0, stdout: '', stderr: 'Scoped.'})
    expect(asJson).toMatchObject({exitCode: 0, stdout: 'null', stderr: ''})
  })

  it('prints text as it is, and asks for it without authorization where it is said', async () => {
    const {server, run} = await fixture((response) =>
      response.writeHead(200, {'content-type': 'text/plain'}).end('line 1\nline 2\n'),
    )
    const [plain, asJson] = await Promise.all([
      run(['replies', 'text', 'P'], {stripFinalNewline: false}),
      run(['replies', 'text', 'P', '-o', 'json']),
    ])
    expect(plain.stdout).toBe('line 1\nline 2\n')
    expect(JSON.parse(asJson.stdout)).toBe('line 1\nline 2\n')
    expect(server.seen[0]?.headers['authorization']).toBeUndefined()
  })

  it('writes bytes to standard output or into a file, unchanged', async () => {
    const bytes = Buffer.from([0, 255, 10, 27, 13, 128])
    const {home, run} = await fixture((response) => response.end(bytes))
    const [piped, saved] = await Promise.all([
      run(['replies', 'bytes', 'F'], {encoding: 'buffer', stripFinalNewline: false}),
      run(['replies', 'bytes', 'F', '--out', 'file.bin']),
    ])
    expect(Buffer.from(piped.stdout as unknown as Uint8Array)).toEqual(bytes)
    expect(saved).toMatchObject({exitCode: 0, stdout: '', stderr: 'Saved file.bin (6 bytes).'})
    expect(readFileSync(join(home, 'file.bin'))).toEqual(bytes)
  })

  it('leaves no half of a file behind when the reply breaks off', async () => {
    const {home, run} = await fixture((response) => {
      response.writeHead(200, {'content-length': '100'})
      response.write('half', () => response.destroy())
    })
    expect((await run(['replies', 'bytes', 'F', '--out', 'file.bin'])).exitCode).toBe(10)
    expect(readdirSync(home).filter((name) => name.startsWith('file'))).toEqual([])
  })
})

describe('work that goes on', () => {
  const pending = (states: string[]) =>
    fixture((response, {method}) => {
      if (method !== 'HEAD') return json(response, 202, thing, {location: '/things/T1'})
      response.writeHead(200, {'x-status': states.shift() ?? 'complete'}).end()
    })

  it('waits for it', async () => {
    const {server, run} = await pending(['processing', 'processing', 'complete'])
    const {exitCode, stdout} = await run(['replies', 'pending', '--name', 'One', '-o', 'id'])
    expect([exitCode, stdout]).toEqual([0, 'T1'])
    expect(server.seen.map(({method}) => method)).toEqual(['POST', 'HEAD', 'HEAD', 'HEAD'])
    expect(pathOf(server.seen[1])).toBe('/things/T1')
  })

  it('does not wait with --no-wait', async () => {
    const {server, run} = await pending(['processing'])
    expect((await run(['replies', 'pending', '--name', 'One', '--no-wait', '-o', 'id'])).stdout).toBe('T1')
    expect(server.seen.map(({method}) => method)).toEqual(['POST'])
  })

  it('fails with the service, and tells when the time is over', async () => {
    const [failing, endless] = await Promise.all([
      pending(['failure']),
      pending(Array(99).fill('processing') as string[]),
    ])
    const [failed, late] = await Promise.all([
      failing.run(['replies', 'pending', '--name', 'One', '-o', 'json']),
      endless.run(['replies', 'pending', '--name', 'One', '--timeout', '3s', '-o', 'json']),
    ])
    expect(failed).toMatchObject({exitCode: 6, stdout: ''})
    expect(errorOf(failed)).toMatchObject({code: 'failure', exit: 6})
    expect(late).toMatchObject({exitCode: 8, stdout: ''})
    expect(errorOf(late)).toMatchObject({code: 'pending', exit: 8})
    expect(errorOf(late)['message']).toContain('T1')
  })

  it('takes a deleted thing that is not found any more for done', async () => {
    const {server, run} = await fixture((response, {method}) => {
      if (method === 'HEAD') response.writeHead(404).end()
      else response.writeHead(202, {location: '/things/T1'}).end()
    })
    expect(await run(['effects', 'delete', 'T1', '--yes'])).toMatchObject({exitCode: 0, stderr: 'Deleted.'})
    expect(server.seen.map(({method}) => method)).toEqual(['DELETE', 'HEAD'])
  })
})

describe('commands of several calls', () => {
  it('chooses the call by a flag', async () => {
    const {server, run} = await fixture((response) => json(response, 200, {items: [], metadata: {total: 0}}))
    const user = '33333333-3333-4333-8333-333333333333'
    const calls = [[], ['--user', user], ['--v1'], ['--no-v1'], ['-F', 'a=1'], ['--option', 'x']]
    for (const args of calls) expect((await run(['things', 'list', ...args])).exitCode).toBe(0)
    const ofAccount = '/accounts/11111111-1111-4111-8111-111111111111/things'
    expect(server.seen.map((seen) => `${seen.method} ${pathOf(seen)}`)).toEqual([
      `GET ${ofAccount}`,
      `GET /users/${user}/things`,
      'GET /v1/things',
      `GET ${ofAccount}`,
      'POST /things/search',
      `GET ${ofAccount}/x`,
    ])
    expect(bodyOf(server.seen[4])).toEqual({a: 1})
  })

  it('refuses flags of another variant, and two variants', async () => {
    const {server, run} = await fixture()
    const [foreign, both] = await Promise.all([
      run(['things', 'list', '--v1', '--option', 'x']),
      run(['things', 'list', '--v1', '--body', '{}']),
    ])
    expect(foreign).toMatchObject({exitCode: 2})
    expect(foreign.stderr).toContain('--option cannot be used together with --v1.')
    expect(both.stderr).toContain('--v1 and --body cannot be given together.')
    expect(server.seen).toEqual([])
  })

  it('chooses the call by the number of arguments', async () => {
    const {server, run} = await fixture((response) => response.writeHead(204).end())
    await run(['things', 'remove', 'A', '--yes'])
    await run(['things', 'remove', 'A', 'B', '--yes'])
    expect(server.seen.map(({method, url}) => `${method} ${url}`)).toEqual([
      'DELETE /api/things/A',
      'POST /api/things/remove',
    ])
    expect(bodyOf(server.seen[1])).toEqual({things: ['A', 'B']})
  })

  it('makes typed calls from code, in one trace', async () => {
    const {server, run} = await fixture((response, seen) =>
      seen.url.startsWith('/api/things/')
        ? json(response, 200, thing)
        : json(response, 200, {items: [thing, thing, thing], metadata: {total: 3}}),
    )
    const {stdout} = await run(['things', 'show', 'T1', '-o', 'json'])
    expect(JSON.parse(stdout)).toEqual({id: 'T1', name: 'One', others: 2})
    expect(new Set(server.seen.map(({headers}) => headers['trace'])).size).toBe(1)
  })
})
