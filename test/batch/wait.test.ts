import {expect, test} from 'vitest'
import {servedSandbox} from '../support/served-sandbox.ts'

test('--wait takes a state; what goes on by itself is waited for until it has ended', async () => {
  const {world} = await servedSandbox()
  const start = ['workflows', 'start', '89968643-2e71-518f-aabb-df1ae9c36deb', '--input-vars', '{"x": "2", "y": "3"}']
  const wrong = await world.run([...start, '--wait=COMPLETED'])
  expect({exitCode: wrong.exitCode, stderr: wrong.stderr}).toEqual({
    exitCode: 2,
    stderr: expect.stringContaining('Did you mean complete?') as string,
  })
  const {exitCode, stdout} = await world.run([...start, '--wait', '-o', 'json'])
  const {uuid, result_type} = JSON.parse(stdout) as {uuid: string; result_type: string}
  expect({exitCode, result_type}).toEqual({exitCode: 0, result_type: 'complete'})
  expect((await world.run(['wait', 'workflows', 'history', 'instance', uuid])).exitCode).toBe(0)
  const never = await world.run([...start, '--wait', 'cancelled', '--timeout', '3s'])
  expect({exitCode: never.exitCode, stderr: never.stderr}).toEqual({
    exitCode: 8,
    stderr: expect.stringMatching(/commsctl wait workflows history instance \S+ --for result_type=cancelled/) as string,
  })
})

test('a report about activities is waited for, with its own flags behind --, and exit 8 names the command', async () => {
  const {sandbox, world} = await servedSandbox()
  const run = ['activity', 'reports', 'run', '7ef7a1d3-1e6b-56bc-89bc-28d30ba931a3']
  const ofAccount = [
    '--account',
    'ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d',
    '--parameters',
    '{"start_time": "2025-01-01"}',
  ]
  sandbox.clock.stop()
  const late = await world.run([...run, ...ofAccount, '--wait', '--timeout', '3s'])
  expect(late.exitCode).toBe(8)
  const [again] = /(?<=Go on waiting: commsctl ).*/.exec(late.stderr)!
  expect(again).toMatch(/^wait -- activity reports get --report \S+ --template \S+$/)
  sandbox.clock.start()
  sandbox.clock.advance(3_600_000)
  expect((await world.shell(`commsctl ${again}`)).exitCode).toBe(0)
  const {exitCode, stdout} = await world.run([...run, ...ofAccount, '--wait', '-o', 'json'])
  expect(exitCode).toBe(0)
  expect((JSON.parse(stdout) as {rows?: object[]}).rows).toBeInstanceOf(Array)
})

test('work that took too long can be waited for: exit 8 names the command, for locations and for states', async () => {
  const {sandbox, world} = await servedSandbox()
  const state = ['wait', 'numbers', 'get', '+19412340001', '--for']
  expect((await world.run([...state, 'provider=VI'])).exitCode).toBe(0)
  const late = await world.run([...state, 'provider=none', '--timeout', '3s'])
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
