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

describe('a read-only profile', () => {
  test('reads, and sends nothing that changes anything', async () => {
    const world = await marked('--read-only')
    await world.ok('numbers', 'get', number)
    await world.ok('api', 'GET', '/accounts/accounts')
    await world.ok('numbers', 'set-reference', number, '--reference-id', 'x', '--dry-run')
    for (const line of [
      ['numbers', 'set-reference', number, '--reference-id', 'x'],
      ['numbers', 'release', number, '--yes'],
      ['api', 'DELETE', '/accounts/accounts/c7e43357-2846-523e-bce6-9f694bb64dc3'],
    ]) {
      expect(JSON.parse(await world.fails(2, ...line, '-o', 'json'))).toMatchObject({code: 'read-only-profile'})
    }
    expect(await world.json('numbers', 'get', number)).toMatchObject({reference_id: null})
    expect(await world.json('profiles', 'get', 'sandbox')).toMatchObject({read_only: true})
  })
})
