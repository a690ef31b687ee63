import {spawn} from 'node:child_process'
import {describe, expect, it} from 'vitest'
import {json} from '../client/support.ts'
import {errorOf, fixture, thingsPage, type Fixture} from './program.ts'

/** A fixture whose server keeps the first request waiting, and the promise that it has come. */
async function hanging(): Promise<{world: Fixture; asked: Promise<void>}> {
  let tell = () => {}
  const asked = new Promise<void>((resolve) => (tell = resolve))
  return {world: await fixture(() => tell()), asked}
}

describe('Ctrl-C', () => {
  it('ends a slow reading request at once', async () => {
    const {world, asked} = await hanging()
    const session = world.start(['replies', 'object', 'T1'])
    await asked
    session.pty.write('\u0003')
    expect(await session.exit).toBe(130)
    expect(session.output()).toContain('Interrupted.')
  })

  it('says of a request that was under way that it may have been carried out', async () => {
    const {world, asked} = await hanging()
    const running = world.run(['replies', 'pending', '--name', 'One', '-o', 'json'])
    await asked
    const child = running as unknown as {kill: (signal: string) => void}
    child.kill('SIGINT')
    const result = await running
    expect(result).toMatchObject({exitCode: 130, stdout: ''})
    expect(errorOf(result)).toMatchObject({code: 'interrupted', exit: 130})
    expect(result.stderr).toContain('may have been carried out')
  })

  it('says while it waits that the service goes on', async () => {
    let tell = () => {}
    const polled = new Promise<void>((resolve) => (tell = resolve))
    const world = await fixture((response, {method}) => {
      if (method === 'POST') return json(response, 202, {id: 'T1'}, {location: '/things/T1'})
      response.writeHead(200, {'x-status': 'processing'}).end(tell)
    })
    const session = world.start(['replies', 'pending', '--name', 'One'])
    await polled
    session.pty.write('\u0003')
    expect(await session.exit).toBe(130)
    expect(session.output()).toContain('The service goes on working on T1.')
  })
})

describe('closed pipes', () => {
  it('a reader that has seen enough ends the program quietly', async () => {
    const {server, env, home} = await fixture((response, seen) => json(response, 200, thingsPage(seen, 5000)))
    const line = `"$0" "$1" lists all --all -o ndjson | head -n 1; echo "\${PIPESTATUS[0]}"`
    const program = new URL('../../fixtures/run.cjs', import.meta.url).pathname
    const child = spawn('bash', ['-c', line, process.execPath, program], {env, cwd: home})
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()))
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
    await new Promise((resolve) => child.on('close', resolve))
    expect(stdout).toBe('{"id":"T0","name":"thing 0"}\n0\n')
    expect(stderr).toBe('')
    expect(server.seen.length).toBeGreaterThan(0)
  })
})
