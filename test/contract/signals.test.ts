import {describe, expect, onTestFinished, test} from 'vitest'
import {type HistoryRow} from '../../src/lib/history/history-view.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {deadUrl} from '../lib/client/support.ts'
import {following} from '../support/following.ts'
import {startPty} from '../support/pty.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'
import {bin, World} from '../support/world.ts'

function newWorld(): SandboxWorld {
  const world = new SandboxWorld()
  onTestFinished(() => world.dispose())
  return world
}

async function lastOf(world: World): Promise<HistoryRow> {
  const [last] = JSON.parse((await world.run(['history', '--limit', '1', '-o', 'json'])).stdout) as HistoryRow[]
  return last!
}

describe('while standard input is waited for', () => {
  test.each([
    ['rows', ['numbers', 'release', '--from-file', '-'], '--from-file'],
    ['a body', ['contacts', 'create', '--body', '-'], '--body'],
  ])('for %s, a terminal says so, and the first Ctrl-C ends it', async (_, args, usage) => {
    const world = newWorld()
    const run = startPty(process.execPath, [bin, ...args], {env: world.env, cwd: world.home})
    await run.shows(`Reading ${usage} from the terminal. End with Ctrl-D.`)
    run.pty.write('\u0003')
    expect(await run.exit).toBe(130)
    expect(run.output()).toContain('Interrupted')
  })
})

describe('a signal', () => {
  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s leaves a command in the history', async (signal, exit) => {
    const world = new World()
    onTestFinished(() => world.dispose())
    Object.assign(world.env, {
      COMMSCTL_API_HOST: await deadUrl(),
      COMMSCTL_TOKEN: 'T',
      COMMSCTL_ACCOUNT: seededAccess.accountUuid,
    })
    const run = following(world, ['numbers', 'list', '--watch', '500ms'])
    await run.says('Trying again')
    run.child.kill(signal)
    expect(await run.ended).toEqual([null, signal])
    expect(await lastOf(world)).toMatchObject({command_line: 'numbers list --watch 500ms', exit})
  })
})

/** Says its process id, is the program from then on, and when that has ended, says how the terminal is. */
const inSight = `sh -c 'echo "process $$."; exec "$@"' sh "$@"; code=$?; stty -a; exit $code`

describe('at a question, a signal ends the command, with the terminal as it was:', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s', async (signal, exit) => {
    const world = newWorld()
    const args = ['-c', inSight, 'sh', process.execPath, bin, 'numbers', 'release', '+19412340001']
    const run = startPty('sh', args, {env: world.env, cwd: world.home})
    await run.shows('(y/N)')
    process.kill(Number(/process (\d+)\./.exec(run.output())![1]), signal)
    expect(await run.exit).toBe(exit)
    expect(run.output()).toMatch(/ icanon .* echo /s)
  })
})
