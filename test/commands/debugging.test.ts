import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Har} from '../../src/lib/recording/har.ts'
import {startServing} from '../support/sandbox-server.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'

const trace = '11111111-2222-4333-8444-555555555555'
const number = '+19412340001'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

const file = (name: string) => join(world.home, name)
const readHar = (name: string) => JSON.parse(readFileSync(file(name), 'utf8')) as Har

describe('what is seen of requests', () => {
  test('are JSON lines with --debug=json, in the trace that is named; a sandbox has no DNS', async () => {
    const {exitCode, stdout, stderr} = await world.run([
      'numbers',
      'get',
      number,
      '--debug=json',
      '--trace-id',
      trace,
      '-o',
      'id',
    ])
    expect([exitCode, stdout]).toEqual([0, number])
    const events = stderr.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(events.map(({event}) => event)).toEqual(['request', 'reply', 'body', 'request', 'reply', 'body'])
    expect(events[3]).toMatchObject({trace_id: trace, method: 'GET', headers: {trace}})
    expect(Object.keys(events[4]!['phases'] as object)).toEqual(['blocked', 'wait'])
    expect(events[2]).toMatchObject({body: {access_token: '***'}})
  })

  test.each([
    ['404', 5, ['numbers', 'get', '+19412359999']],
    ['unknown-flag', 2, ['numbers', 'get', number, '--unknown']],
    ['unknown-command', 2, ['nothing']],
  ])('end with the failure as one more JSON line, with its stack: %s', async (code, exit, args) => {
    const {exitCode, stderr} = await world.run([...args, '--debug=json'])
    const lines = stderr.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(exitCode).toBe(exit)
    expect(lines.at(-1)).toMatchObject({code, exit, stack: expect.stringMatching(/^CliError: .*\n +at /) as string})
  })

  test('are told with times and with why they are repeated', async () => {
    await world.ok('sandbox', 'faults', 'set', '--kind', 'drop', '--method', 'GET', '--times', '1')
    const {exitCode, stderr} = await world.run(['numbers', 'get', number, '--debug'])
    expect(exitCode).toBe(0)
    expect(stderr).toMatch(/^\* failed after \d+ ms: .*broke off/m)
    expect(stderr).toMatch(/^\* retry in \d+ ms: /m)
    expect(stderr).toMatch(/^> GET .*\(attempt 2\)$/m)
    expect(stderr).toMatch(/^< 200 after \d+ ms \(.*first byte \d+ ms\)$/m)
  })

  test('are the heads of replies with -i, beside the data', async () => {
    const {stdout, stderr} = await world.run(['numbers', 'get', number, '-i', '-o', 'id'])
    expect(stdout).toBe(number)
    expect(stderr).toMatch(/^GET http.*\/sms\/provision.*\nHTTP 200\ncontent-type: application\/json/m)
  })

  test.each([
    [['--debug=yaml'], '“yaml” is no format'],
    [['--trace-id', 'x'], '--trace-id'],
    [['--har', 'none/a.har'], 'its folder does not exist'],
    [['--har', 'contacts.csv'], 'exists already'],
  ])('are asked for rightly, or nothing is sent: %j', async (flags, why) => {
    expect(await world.fails(2, 'numbers', 'get', number, ...flags)).toContain(why)
  })
})

describe('a recording', () => {
  test('is made of a command that fails, too, and shown with the failure first', async () => {
    const {exitCode} = await world.run(['numbers', 'get', '+19412359999', '--har', 'failed.har'])
    expect(exitCode).toBe(5)
    expect(readHar('failed.har').log.entries.map(({response}) => response.status)).toEqual([200, 404])
    const rows = await world.json<Record<string, unknown>[]>('debug', 'show', 'failed.har')
    expect(rows.map((row) => [row['number'], row['status'], row['error']])).toEqual([
      [2, 404, 'Number +19412359999 was not found.'],
      [1, 200, null],
    ])
  })

  test('is repeated, and what has changed is shown; changes only with --yes', async () => {
    await world.ok('numbers', 'get', number, '--har', 'before.har')
    await world.ok('numbers', 'set-reference', number, '--reference-id', 'desk', '--har', 'change.har')
    const different = await world.run(['debug', 'replay', 'before.har', '--against', 'sandbox'])
    expect(different.exitCode).toBe(11)
    expect(different.stdout).toMatch(/^-.*"reference_id": null/m)
    expect(different.stdout).toMatch(/^\+.*"reference_id": "desk"/m)
    await world.ok('numbers', 'set-reference', number, '--reference-id', 'other')
    const rows = () => world.json<Record<string, unknown>[]>('debug', 'replay', 'change.har')
    expect((await rows())[1]).toMatchObject({outcome: 'skipped', message: expect.stringContaining('--yes') as string})
    expect(await world.json('numbers', 'get', number)).toMatchObject({reference_id: 'other'})
    const {stdout} = await world.run(['debug', 'replay', 'change.har', '--yes', '-o', 'json'])
    expect((JSON.parse(stdout) as unknown[])[1]).toMatchObject({outcome: 'same', replied: 200})
    expect(await world.json('numbers', 'get', number)).toMatchObject({reference_id: 'desk'})
  })

  test('answers in place of the service', async () => {
    await world.ok('numbers', 'get', '+19412340002', '--har', 'served.har')
    const served = await startServing(world, 'debug', 'serve', 'served.har', '--port', '0')
    const env = {...world.env, COMMSCTL_PROFILE: '', COMMSCTL_API_HOST: served.url, COMMSCTL_TOKEN: 'any'}
    const found = await world.run(['numbers', 'get', '+19412340002', '-o', 'id'], {env})
    expect([found.exitCode, found.stdout]).toEqual([0, '+19412340002'])
    const missing = await world.run(['numbers', 'get', '+19412340003', '-o', 'json'], {env})
    expect(JSON.parse(missing.stderr)).toMatchObject({code: 'not-recorded', exit: 5})
    expect(await served.stop()).toBe(0)
  })
})

describe('the history', () => {
  test('has what was run, with its requests, and gives their curl', async () => {
    const other = new SandboxWorld()
    try {
      await other.run(['numbers', 'get', '+19412359999', '--trace-id', trace])
      await other.run(['oauth', 'tokens', 'check', '--access-token', '-'], {stdin: 'pipe', input: 'S3cret'})
      const rows = await other.json<Record<string, unknown>[]>('history')
      expect(rows.map((row) => [row['number'], row['exit'], row['command_line']])).toEqual([
        [2, expect.any(Number), 'oauth tokens check --access-token -'],
        [1, 5, `numbers get +19412359999 --trace-id ${trace}`],
      ])
      expect(await other.json('history', 'get', '1')).toMatchObject({
        ...{code: '404', trace_ids: [trace], profile: 'sandbox'},
        requests: [{status: 200}, {method: 'GET', status: 404}],
      })
      expect(await other.ok('debug', 'curl', '1', '2')).toContain('Bearer \'"$COMMSCTL_TOKEN"')
      expect(await other.json('explain', trace)).toMatchObject({kind: 'trace', meaning: 'Not found.'})
      expect(await other.fails(5, 'history', 'get', '99')).toContain('no command 99')
      const folder = join(other.home, 'state/commsctl/history')
      expect(
        readdirSync(folder)
          .map((name) => readFileSync(join(folder, name), 'utf8'))
          .join(),
      ).not.toContain('S3cret')
    } finally {
      other.dispose()
    }
  })

  test('is not kept where it is off', async () => {
    const other = new SandboxWorld()
    try {
      await other.ok('config', 'set', 'history', 'off')
      await other.ok('numbers', 'get', number)
      const rows = await other.json<{command_line: string}[]>('history')
      expect(rows.map((row) => row.command_line)).toEqual(['config set history off'])
    } finally {
      other.dispose()
    }
  })
})
