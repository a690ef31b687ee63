import {describe, expect, it} from 'vitest'
import {json} from '../client/support.ts'
import {account, bodyOf, errorOf, fixture} from './program.ts'

const bought = {id: 'P1', name: 'desk'}

describe('before something that costs money or cannot be undone', () => {
  it('a terminal is asked, and yes goes ahead', async () => {
    const {server, start} = await fixture((response) => json(response, 200, bought))
    const session = start(['effects', 'buy', 'desk'])
    await session.shows('Buy desk (it costs money)?')
    expect(server.seen).toEqual([])
    session.pty.write('y\r')
    expect(await session.exit).toBe(0)
    expect(session.output()).toContain('P1')
    expect(server.seen).toHaveLength(1)
  })

  it('a terminal is asked, and anything else does nothing', async () => {
    const {server, start} = await fixture()
    const [refused, stopped] = [start(['effects', 'delete', 'T1']), start(['effects', 'delete', 'T1'])]
    await Promise.all([
      refused.shows('Delete the thing T1 (it cannot be undone)?'),
      stopped.shows('Delete the thing T1 (it cannot be undone)?'),
    ])
    refused.pty.write('\r')
    stopped.pty.write('\u0003')
    expect([await refused.exit, await stopped.exit]).toEqual([130, 130])
    expect(refused.output()).toContain('Error: Nothing was done.')
    expect(server.seen).toEqual([])
  })

  it('--yes must be given where nobody can be asked', async () => {
    const {server, run} = await fixture((response) => response.writeHead(204).end())
    const result = await run(['things', 'remove', 'A', 'B', '-o', 'json'])
    expect(result).toMatchObject({exitCode: 2, stdout: ''})
    expect(errorOf(result)).toMatchObject({code: 'needs-confirmation', hint: 'Add --yes to go ahead.'})
    expect(errorOf(result)['message']).toContain('Remove A, B (it cannot be undone)?')
    expect(server.seen).toEqual([])
    expect((await run(['things', 'remove', 'A', 'B', '-y'])).exitCode).toBe(0)
    expect(server.seen).toHaveLength(1)
  })

  it('the question names what a body lists', async () => {
    const {server, run} = await fixture()
    const result = await run(['bodies', 'rows', '--body', '["a", {"b": 1}, 7]', '-o', 'json'])
    expect(errorOf(result)['message']).toContain('Delete the rows a, 7 (it cannot be undone)?')
    expect(server.seen).toEqual([])
  })
})

describe('a missing value', () => {
  it('is asked for on a terminal until it is right', async () => {
    const {server, start} = await fixture((response) => response.end())
    const session = start(['checks', '--colour', 'red'])
    await session.shows('ID: what is checked')
    session.pty.write('4444\r')
    await session.shows('is not a uuid')
    session.pty.write('\u0015')
    session.pty.write('44444444-4444-4444-8444-444444444444\r')
    await session.shows('name: its name')
    session.pty.write('desk\r')
    await session.shows('password: its password')
    session.pty.write('env:HOME\r')
    expect(await session.exit).toBe(0)
    expect(session.output()).not.toContain('env:HOME')
    expect(session.output()).not.toContain('command line')
    const [seen] = server.seen
    expect(seen?.url).toBe('/api/checks/44444444-4444-4444-8444-444444444444')
    const type = {'content-type': seen?.headers['content-type'] ?? ''}
    const form = await new Response(seen?.body, {headers: type}).formData()
    expect([...form.entries()]).toEqual([
      ['name', 'desk'],
      ['password', 'env:HOME'],
      ['colour', 'red'],
    ])
  })

  it('can be left to Ctrl-C', async () => {
    const {server, start} = await fixture()
    const session = start(['checks'])
    await session.shows('ID: what is checked')
    session.pty.write('\u0003')
    expect(await session.exit).toBe(130)
    expect(server.seen).toEqual([])
  })
})

describe('--dry-run', () => {
  it('shows what a shell can run, secrets masked, and sends nothing', async () => {
    const {server, env, run} = await fixture()
    const args = ['--email', "o'neil@example.com", '--password', 'env:SECRET', '--dry-run']
    const [form, nested, page, deletion] = await Promise.all([
      run(['bodies', 'form', ...args], {env: {...env, SECRET: 'hunter2'}}),
      run(['bodies', 'whole', 'a b', '-F', "name=it's $HOME", '-F', 'password=hunter2', '--dry-run']),
      run(['lists', 'all', '--limit', '250', '--offset', '7', '--dry-run']),
      run(['effects', 'delete', 'T1', '--dry-run']),
    ])
    for (const {exitCode, stdout} of [form, nested, page, deletion]) {
      expect(exitCode).toBe(0)
      expect(stdout).not.toMatch(/hunter2|the-token|dGhlOmJhc2lj/)
    }
    expect(server.seen).toEqual([])
    expect(page.stdout).toContain('offset=7&limit=100')
    expect(deletion.stdout).toContain('-X DELETE')
    expect(form.stdout).toContain('Authorization: Basic ***')
  })

  it('shows the very request that is sent', async () => {
    const {server, run} = await fixture()
    const args = [
      'bodies',
      'whole',
      'a b',
      '-F',
      "name=it's $HOME `x` \\n",
      '-F',
      'n[]=1',
      '--url',
      'https://x.example/?a&b',
    ]
    const shown = await run([...args, '--dry-run'])
    await run(args)
    const {execa} = await import('execa')
    await execa('bash', ['-c', `${shown.stdout} --silent --noproxy '*'`])
    const [own, curl] = server.seen
    expect([curl?.method, curl?.url, bodyOf(curl)]).toEqual([own?.method, own?.url, bodyOf(own)])
    expect(curl?.headers['authorization']).toBe('Bearer ***')
  })
})

describe('a reply that is lost', () => {
  const losing = (rows: {id: string; name: string}[]) =>
    fixture((response, {method}) => {
      if (method === 'POST') response.destroy()
      else json(response, 200, {items: rows, metadata: {total: rows.length, offset: 0, count: rows.length, limit: 100}})
    })

  it('is made up for by looking: it was done', async () => {
    const {server, run} = await losing([{id: 'P0', name: 'chair'}, bought])
    const result = await run(['effects', 'buy', 'desk', '--yes', '-o', 'json'])
    expect(result.exitCode).toBe(0)
    expect(JSON.parse(result.stdout)).toEqual(bought)
    expect(server.seen.map(({method, url}) => `${method} ${url.replace(/\?.*/, '')}`)).toEqual([
      `POST /api/accounts/${account}/purchases`,
      'GET /api/things',
    ])
  })

  it('is made up for by looking: it was not done, and may be tried again', async () => {
    const {server, run} = await losing([])
    const result = await run(['effects', 'buy', 'desk', '--yes', '-o', 'json'])
    expect(result).toMatchObject({exitCode: 10, stdout: ''})
    expect(errorOf(result)).toMatchObject({code: 'not-carried-out', retryable: true})
    expect(server.seen.filter(({method}) => method === 'POST')).toHaveLength(1)
  })

  it('stays open where nobody knows how to look, and nothing is sent twice', async () => {
    const {server, run} = await losing([])
    const result = await run(['replies', 'pending', '--name', 'One', '-o', 'json'])
    expect(result.exitCode).toBe(10)
    expect(errorOf(result)).toMatchObject({code: 'ambiguous', retryable: false})
    expect(server.seen).toHaveLength(1)
  })

  it('is asked for again where that does no harm', async () => {
    const {server, run} = await fixture((response, _, nth) => {
      if (nth === 1) response.destroy()
      else json(response, 200, bought)
    })
    expect((await run(['replies', 'object', 'P1', '-o', 'id'])).stdout).toBe('P1')
    expect(server.seen).toHaveLength(2)
  })
})
