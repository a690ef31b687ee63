import {expect, test} from 'vitest'
import {servedSandbox} from '../support/served-sandbox.ts'

test('work that took too long can be waited for: exit 8 names the command, for locations and for states', async () => {
  const {sandbox, world} = await servedSandbox()
  const state = ['wait', 'numbers', 'get', '+19412340001', '--for']
  expect((await world.run([...state, 'provider=VI'])).exitCode).toBe(0)
  const late = await world.run([...state, 'provider=none', '--timeout', '300ms'])
  expect({exitCode: late.exitCode, stderr: late.stderr}).toEqual({
    exitCode: 8,
    stderr: expect.stringContaining("commsctl wait numbers get +19412340001 --for 'provider=none'") as string,
  })
  expect((await world.run(['wait', 'numbers', 'release', '+19412340001', '--for', 'a=b'])).stderr).toContain(
    'is neither a location nor a command that shows one thing',
  )
  // The second request is the first look at how far it is.
  sandbox.faults.set({kind: 'latency', latencyMs: 60_000, method: 'HEAD', path: '*', times: 1})
  const parent = ['-F', 'parent_uuid=ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d']
  const create = ['accounts', 'create', '-F', 'name=North', '-F', 'type=Location', ...parent]
  const {exitCode, stderr} = await world.run([...create, '--timeout', '2s'])
  expect(exitCode).toBe(8)
  const [again] = /(?<=Go on waiting: commsctl ).*/.exec(stderr)!
  expect(again).toMatch(/^wait '\S+'$/)
  const {exitCode: done, stdout} = await world.shell(`commsctl ${again}`)
  expect({done, stdout}).toEqual({done: 0, stdout: ''})
})
