import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {SandboxWorld} from '../../support/sandbox-world.ts'

let world: SandboxWorld

beforeEach(() => {
  world = new SandboxWorld()
})

afterEach(() => world.dispose())

function write(path: string, text: string): void {
  const file = join(world.home, 'ours', path)
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, text)
}

function murano(...args: string[]) {
  return world.run(['murano', ...args, '--solution', 'clinic-monitor'], {cwd: join(world.home, 'ours')})
}

test('handlers of services and events that there are not are told with near names, before anything is sent', async () => {
  write('services/timr.lua', '--#EVENT timr timer\nprint(1)\n')
  write('services/other.lua', '--#EVENT timer tmer\nprint(1)\n')
  write('services/timer_timer.lua', 'print(1)\n')
  write('modules/new.lua', 'return 1\n')
  const refused = await murano('push')
  expect(refused).toMatchObject({exitCode: 2, stdout: ''})
  expect(refused.stderr).toContain('2 handlers are for events that cannot be found')
  expect(refused.stderr).toContain('services/timr.lua: The service timr is not enabled')
  expect(refused.stderr).toContain('services/other.lua: The service timer has no event “tmer”. Did you mean timer?')
  expect(await world.json('murano', 'modules', 'list', '--solution', 'clinic-monitor')).toHaveLength(1)
})

test('links to files count as files; of others, and of those that lead out of the project, it is told', async () => {
  write('modules/one.lua', 'return 1\n')
  writeFileSync(join(world.home, 'shared.lua'), 'return 2\n')
  const link = (target: string, path: string) => symlinkSync(target, join(world.home, 'ours', path))
  link('one.lua', 'modules/same.lua')
  link('../../shared.lua', 'modules/shared.lua')
  link('../modules', 'modules/circle')
  link('b.lua', 'modules/a.lua')
  link('a.lua', 'modules/b.lua')
  const {exitCode, stdout, stderr} = await murano('push', '--only', 'modules')
  expect({exitCode, stderr}).toMatchObject({exitCode: 0})
  expect(stdout).toContain('modules/same.lua')
  expect(stdout).toContain('modules/shared.lua')
  expect(stderr).toContain('Links out of the project; what they lead to counts as its own: modules/shared.lua.')
  expect(stderr).toContain('lead to no file: modules/a.lua, modules/b.lua, modules/circle.')
})
