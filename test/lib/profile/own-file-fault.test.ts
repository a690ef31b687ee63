import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, onTestFinished, test, vi} from 'vitest'
import {CliError} from '../../../src/lib/errors.ts'
import {exclusive} from '../../../src/lib/exclusive.ts'
import {ExitCode} from '../../../src/lib/exit-code.ts'
import {makeFolder} from '../../../src/lib/make-folder.ts'
import {SandboxWorld} from '../../support/sandbox-world.ts'

let world: SandboxWorld

beforeEach(() => {
  world = new SandboxWorld()
  writeFileSync(join(world.home, 'file'), '')
  onTestFinished(() => world.dispose())
})

describe('a folder that cannot be made', () => {
  const list = ['numbers', 'list', '--limit', '1', '-o', 'id']
  const batch = ['numbers', 'provision', '--from-file', 'numbers.csv', '--yes']

  test.each([
    ['XDG_STATE_HOME', list],
    ['XDG_CACHE_HOME', list],
  ])('is done without by what can do so: %s', async (variable, args) => {
    world.env[variable] = join(world.home, 'file')
    expect(await world.ok(...args)).toMatch(/^\+\d+$/)
  })

  test.each([
    ['XDG_STATE_HOME', batch],
    ['XDG_DATA_HOME', list],
  ])('is named where it is needed, with what moves it: %s', async (variable, args) => {
    writeFileSync(join(world.home, 'numbers.csv'), 'number\n+19412340001\n')
    world.env[variable] = join(world.home, 'file')
    const said = await world.fails(2, ...args)
    expect(said).toContain(
      `The folder ${join(world.home, 'file/commsctl')} cannot be used: a part of its path is a file`,
    )
    expect(said).toContain(variable)
  })

  test('is a finding of doctor, and not its end', async () => {
    world.env['XDG_STATE_HOME'] = join(world.home, 'file')
    const {exitCode, stdout} = await world.run(['doctor', '-o', 'json'])
    const findings = JSON.parse(stdout) as {check: string; subject: string; level: string}[]
    expect(exitCode).toBe(2)
    expect(findings.filter(({level}) => level === 'error')).toMatchObject([{check: 'folders', subject: 'state'}])
  })

  test.runIf(process.platform === 'linux')('is none to try for ever', () => {
    expect(() => makeFolder('/proc/nope/commsctl')).toThrow(/ENOENT|EACCES/)
  })
})

test('a lock that cannot be made is not taken for another process', async () => {
  vi.stubEnv('XDG_STATE_HOME', join(world.home, 'state'))
  onTestFinished(() => void vi.unstubAllEnvs())
  const folder = join(world.home, 'state/commsctl/jobs/one')
  mkdirSync(join(folder, 'lock'), {recursive: true})
  const busy = () => new CliError('Another process holds it.', {code: 'locked', exit: ExitCode.Refused})
  await expect(exclusive(folder, busy)).rejects.toMatchObject({code: 'bad-folder', exit: ExitCode.Usage})
  const held = await exclusive(join(folder, 'other'), busy)
  await expect(exclusive(join(folder, 'other'), busy)).rejects.toMatchObject({code: 'locked'})
  held.release()
})
