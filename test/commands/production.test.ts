import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {startPty} from '../support/pty.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'
import {bin, type World} from '../support/world.ts'

const number = '+19412340003'

async function marked(...marks: string[]): Promise<SandboxWorld> {
  const [world] = freshWorlds(1)
  await world!.ok('profiles', 'set', 'sandbox', ...marks)
  return world!
}

function terminal(world: World, ...args: string[]) {
  const env = {...world.env, TERM: 'xterm-256color', NO_COLOR: '1'}
  return startPty(process.execPath, [bin, ...args], {env, cwd: world.home, columns: 160})
}

describe('before something is destroyed', () => {
  test('a terminal sees what it is and what depends on it', async () => {
    const [world] = freshWorlds(1)
    const run = terminal(world!, 'accounts', 'delete', 'ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d')
    await run.shows('Delete the account')
    expect(run.output()).toMatch(/Customer “Sunrise Dental”\s+Accounts below it: 2 \(.*Venice.*\)\s+Users: \d+ \(.*\)/)
    run.pty.write('n\r')
    expect(await run.exit).toBe(130)
  })

  test('numbers are shown with the campaigns that lose them', async () => {
    const [world] = freshWorlds(1)
    const run = terminal(world!, 'numbers', 'release', number)
    await run.shows('Release')
    expect(run.output()).toContain(`In campaigns: 1 (${number} CSMILE1)`)
    run.pty.write('n\r')
    expect(await run.exit).toBe(130)
  })
})

describe('in production', () => {
  test('the account’s name must be typed', async () => {
    const world = await marked('--production')
    const wrong = terminal(world, 'numbers', 'release', number)
    await wrong.shows('type the name of the account')
    wrong.pty.write('y\r')
    expect(await wrong.exit).toBe(130)
    expect(wrong.output()).toContain('Nothing was done: “y” is not the name of the account.')
    expect(wrong.output()).not.toContain('Interrupted.')
    const right = terminal(world, 'numbers', 'release', number)
    await right.shows('type the name of the account')
    right.pty.write('Sunrise Dental\r')
    expect(await right.exit).toBe(0)
  })

  test('--yes is not enough, and the mark can be taken away', async () => {
    const world = await marked('--production')
    const refused = JSON.parse(await world.fails(2, 'numbers', 'release', number, '--yes', '-o', 'json')) as object
    expect(refused).toMatchObject({
      code: 'needs-production-ok',
      hint: expect.stringContaining('--production-ok') as string,
    })
    expect(await world.fails(2, 'numbers', 'release', number)).toContain('--yes --production-ok')
    await world.ok('numbers', 'release', number, '--yes', '--production-ok')
    await world.ok('profiles', 'set', 'sandbox', '--no-production')
    await world.ok('numbers', 'release', '+19412340002', '--yes')
  })
})

describe('in production, what runs whatever it is told', () => {
  const place = ['--solution', 'clinic-monitor']

  test('asks for the account’s name', async () => {
    const world = await marked('--production')
    const run = terminal(world, 'api', 'DELETE', '/accounts/accounts/c7e43357-2846-523e-bce6-9f694bb64dc3')
    await run.shows('type the name of the account')
    run.pty.write('Sunrise\r')
    expect(await run.exit).toBe(130)
    await world.ok('accounts', 'get', 'c7e43357-2846-523e-bce6-9f694bb64dc3')
  })

  test('needs --production-ok where nobody can be asked; what only reads needs nothing', async () => {
    const world = await marked('--production')
    await world.ok('murano', 'keystore', 'set', 'visits', '1', ...place, '--yes', '--production-ok')
    for (const line of [
      ['api', 'POST', '/sms/deprovision', '-F', `numbers[]=${number}`],
      ['murano', 'call', 'keystore', 'clear', ...place],
      ['murano', 'call', 'keystore', 'set', '-F', 'key=visits', '-F', 'value=2', ...place],
      ['murano', 'keystore', 'command', 'incrby', 'visits', '1', ...place],
      ['murano', 'timeseries', 'command', 'DROP MEASUREMENT temperature', ...place],
    ]) {
      expect(await world.fails(2, ...line), line.join(' ')).toContain('Add --yes --production-ok to go ahead.')
      expect(JSON.parse(await world.fails(2, ...line, '--yes', '-o', 'json'))).toMatchObject({
        code: 'needs-production-ok',
      })
    }
    await world.ok('api', 'GET', '/accounts/accounts')
    await world.ok('murano', 'call', 'keystore', 'list', ...place)
    expect(await world.ok('murano', 'keystore', 'command', 'get', 'visits', ...place)).toContain('1')
    await world.ok('murano', 'timeseries', 'command', 'SHOW MEASUREMENTS', ...place)
    await world.ok('murano', 'keystore', 'command', 'incrby', 'visits', '1', ...place, '--yes', '--production-ok')
  })

  test('a recording that changes something is not repeated with --yes alone', async () => {
    const world = await marked('--production')
    const [reading, changing] = ['reading.har', 'changing.har']
    await world.ok('numbers', 'get', number, '--har', reading)
    await world.ok('numbers', 'set-reference', number, '--reference-id', 'x', '--har', changing)
    expect(await world.run(['debug', 'replay', reading, '--yes'])).toMatchObject({stderr: ''})
    const refused = await world.fails(2, 'debug', 'replay', changing, '--yes', '-o', 'json')
    expect(JSON.parse(refused)).toMatchObject({code: 'needs-production-ok'})
    expect(await world.run(['debug', 'replay', changing, '--yes', '--production-ok'])).toMatchObject({stderr: ''})
  })
})

describe('outside production, what runs whatever it is told', () => {
  const place = ['--solution', 'clinic-monitor']

  test.each([
    ['murano', 'call', 'keystore', 'clear'],
    ['murano', 'call', 'keystore', 'command', '-F', 'command=DEL', '-F', 'key=visits'],
    ['murano', 'keystore', 'command', 'del', 'visits'],
    ['murano', 'timeseries', 'command', 'drop measurement temperature'],
  ])('asks before it destroys something: %s %s %s %s', async (...words) => {
    const [world] = freshWorlds(1)
    const refused = await world!.fails(2, ...words, ...place)
    expect(refused).toMatch(/it cannot be undone[^]*Add --yes to go ahead/)
    await world!.ok('murano', 'call', 'keystore', 'set', '-F', 'key=visits', '-F', 'value=1', ...place)
  })

  test('asks once for rows of which one destroys something', async () => {
    const [world] = freshWorlds(1)
    const file = ['--from-file', 'rows.csv', ...place]
    writeFileSync(join(world!.home, 'rows.csv'), 'command,key\nincr,visits\nincr,visits\n')
    await world!.ok('murano', 'keystore', 'command', ...file)
    writeFileSync(join(world!.home, 'rows.csv'), 'command,key\nincr,visits\ndel,visits\n')
    expect(await world!.fails(2, 'murano', 'keystore', 'command', ...file)).toContain('it cannot be undone')
  })
})

describe('a read-only profile', () => {
  test('reads, and sends nothing that changes anything', async () => {
    const world = await marked('--read-only')
    await world.ok('numbers', 'get', number)
    await world.ok('api', 'GET', '/accounts/accounts')
    await world.ok('murano', 'call', 'keystore', 'list', '--solution', 'clinic-monitor')
    await world.ok('numbers', 'set-reference', number, '--reference-id', 'x', '--dry-run')
    for (const line of [
      ['numbers', 'set-reference', number, '--reference-id', 'x'],
      ['numbers', 'release', number, '--yes'],
      ['murano', 'call', 'keystore', 'clear', '--solution', 'clinic-monitor', '--yes'],
      ['api', 'DELETE', '/accounts/accounts/c7e43357-2846-523e-bce6-9f694bb64dc3'],
    ]) {
      expect(JSON.parse(await world.fails(2, ...line, '-o', 'json'))).toMatchObject({code: 'read-only-profile'})
    }
    expect(await world.json('numbers', 'get', number)).toMatchObject({reference_id: null})
    expect(await world.json('profiles', 'get', 'sandbox')).toMatchObject({read_only: true})
  })
})
