import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {expect, test} from 'vitest'
import {type Entry} from '../../src/lib/journal/read-ledger.ts'
import {type JobView} from '../../src/lib/jobs/stored-job.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {servedSandbox} from '../support/served-sandbox.ts'
import {bin, type World} from '../support/world.ts'

type Served = Awaited<ReturnType<typeof servedSandbox>>

async function json<T>(world: World, ...args: string[]): Promise<T> {
  const {exitCode, stdout, stderr} = await world.run([...args, '-o', 'json'])
  expect({args, exitCode, stderr: exitCode === 0 ? '' : stderr}).toEqual({args, exitCode: 0, stderr: ''})
  return JSON.parse(stdout) as T
}

/** Replies to provisioning are lost, and what the service holds cannot be read: as after a kill, nobody knows what was done. */
function blackout({sandbox}: Served): void {
  sandbox.faults.set({kind: 'drop', method: 'POST', path: '/sms/provision', after: true, times: 1})
  sandbox.faults.set({kind: 'status', status: 503, method: 'GET', path: '/sms/provision/*'})
}

/** Numbers that were bought for the desk. */
function bought({sandbox}: Served) {
  const {items} = sandbox.store.numbers.provisioned({account_uuid: seededAccess.accountUuid}, {offset: 0, limit: 1000})
  return items.filter(({reference_id}) => reference_id === 'desk')
}

/** Runs it, and kills it when the service has done what it asked for and not answered yet. */
async function killedBeforeReply(served: Served, args: readonly string[], input = ''): Promise<void> {
  const {sandbox, world} = served
  sandbox.faults.set({kind: 'latency', latencyMs: 60_000, method: 'POST', path: '/sms/provision', after: true})
  const child = spawn(process.execPath, [bin, ...args], {
    env: world.env,
    cwd: world.home,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const ended = once(child, 'exit')
  child.stdin.end(input)
  while (bought(served).length === 0) await pause(5)
  child.kill('SIGKILL')
  await ended
  sandbox.faults.clear()
}

const wanted = 'numbers:\n- {count: 2, area_code: 941, reference_id: desk}\n'

test('an apply that was killed is a job: it is listed, gone on with, and what it has done is in the ledger', async () => {
  const served = await servedSandbox()
  const {world} = served
  const file = join(world.home, 'plan.yaml')
  writeFileSync(file, wanted)
  await killedBeforeReply(served, ['apply', '-f', 'plan.yaml', '-y'])
  const [job, ...others] = await json<JobView[]>(world, 'jobs', 'list')
  expect(others).toEqual([])
  expect(job).toMatchObject({kind: 'apply', command: 'apply', state: 'interrupted', rows: 2, done: 0, left: 2, file})
  expect(await json<Entry[]>(world, 'ledger', 'list')).toMatchObject([{outcome: 'unknown', job: job!.id}])

  writeFileSync(file, `${wanted}# changed\n`)
  expect(await world.run(['jobs', 'resume', job!.id])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('is not what it was when job') as string,
  })
  writeFileSync(file, wanted)
  expect(await world.run(['jobs', 'resume', job!.id])).toMatchObject({exitCode: 0})
  expect(bought(served)).toHaveLength(2)
  expect(await json(world, 'jobs', 'get', job!.id)).toMatchObject({kind: 'apply', state: 'finished'})
  expect(await json<Entry[]>(world, 'ledger', 'list')).toMatchObject([
    {outcome: 'done', undo: {command: 'numbers release'}},
  ])
  expect((await world.run(['jobs', 'resume', job!.id])).exitCode).toBe(2)
  expect(await json<JobView[]>(world, 'jobs', 'prune', '-y')).toMatchObject([{id: job!.id}])
  expect(await json(world, 'jobs', 'list')).toEqual([])
})

test('an apply from standard input is gone on with, too, and one that is given up is over', async () => {
  const served = await servedSandbox()
  const {world} = served
  await killedBeforeReply(
    served,
    ['apply', '-f', '-', '-y'],
    `${wanted}- {count: 1, area_code: 941, reference_id: other}\n`,
  )
  const [job] = await json<JobView[]>(world, 'jobs', 'list')
  expect(await world.run(['jobs', 'resume', job!.id])).toMatchObject({exitCode: 0})
  expect(bought(served)).toHaveLength(2)

  writeFileSync(join(world.home, 'more.yaml'), wanted.replace('count: 2', 'count: 3'))
  served.sandbox.faults.set({kind: 'status', status: 503, method: 'POST', path: '/sms/provision'})
  expect((await world.run(['apply', '-f', 'more.yaml', '-y'])).exitCode).toBe(9)
  expect(await json(world, 'jobs', 'get', job!.id)).toMatchObject({rows: 1, state: 'interrupted'})
  expect(await world.run(['jobs', 'cancel', job!.id])).toMatchObject({exitCode: 0})
  expect(await json(world, 'jobs', 'get', job!.id)).toMatchObject({state: 'cancelled'})
  expect((await world.run(['jobs', 'resume', job!.id])).exitCode).toBe(2)
})

test('a secret in a file is looked for where the plan that names it was, wherever its apply is gone on with', async () => {
  const {sandbox, world} = await servedSandbox()
  const plan = `subscriptions:
- callback_url: "http://127.0.0.1:4021/desk"
  headers: {authorization: {file: desk.key}}
  events: {sms: [number_provisioned]}
`
  writeFileSync(join(world.home, 'desk.key'), 'key-of-the-desk')
  writeFileSync(join(world.home, 'plan.yaml'), plan.replace('4021/desk', '4021/hall'))
  sandbox.faults.set({kind: 'status', status: 403, method: 'POST', path: '/pubsub/*'})
  expect((await world.run(['apply', '-f', '-', '-y'], {stdin: 'pipe', input: plan})).exitCode).toBe(9)
  const [job] = await json<JobView[]>(world, 'jobs', 'list')
  sandbox.faults.clear()
  const elsewhere = {cwd: world.env['XDG_STATE_HOME']!}
  expect(await world.run(['jobs', 'resume', job!.id], elsewhere)).toMatchObject({exitCode: 0})
  const file = join(world.home, 'plan.yaml')
  expect(await world.run(['apply', '-f', file, '-y'], elsewhere)).toMatchObject({exitCode: 0})
})

test('what a batch did before its reply was lost is settled in the ledger when the job is gone on with', async () => {
  const served = await servedSandbox()
  const {sandbox, world} = served
  blackout(served)
  writeFileSync(join(world.home, 'numbers.txt'), '+19412340100\n+19412340101\n')
  expect((await world.run(['numbers', 'provision', '--from-file', 'numbers.txt', '-y'])).exitCode).not.toBe(0)
  const [job] = await json<JobView[]>(world, 'jobs', 'list')
  expect(job).toMatchObject({kind: 'batch', state: 'interrupted'})
  expect(await json(world, 'ledger', 'list')).toMatchObject([{outcome: 'unknown', job: job!.id}])
  sandbox.faults.clear()
  expect(await world.run(['jobs', 'resume', job!.id])).toMatchObject({exitCode: 0})
  const [entry, ...more] = await json<Entry[]>(world, 'ledger', 'list')
  expect(more).toEqual([])
  expect(entry).toMatchObject({outcome: 'done', undo: {values: {numbers: ['+19412340100', '+19412340101']}}})
})

test('an apply whose output nobody reads any more tells what is left, and applied again does it', async () => {
  const {world} = await servedSandbox()
  const wanted = Array.from({length: 60}, (_, at) => `- {short_code: u${at}, url: "https://sunrise.example/${at}"}\n`)
  writeFileSync(join(world.home, 'urls.yaml'), `short_urls:\n${wanted.join('')}`)
  const args = ['apply', '-f', 'urls.yaml', '-y', '-o', 'ndjson']
  const run = spawn(process.execPath, [bin, ...args], {env: world.env, cwd: world.home})
  let stderr = ''
  run.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
  run.stdout.once('data', () => run.stdout.destroy())
  expect(await once(run, 'close')).toEqual([130, null])
  expect(JSON.parse(stderr)).toMatchObject({
    message: 'Interrupted, since nobody reads the output any more.',
    hint: expect.stringMatching(/^\d+ changes are done, \d+ are left\. Apply again/) as string,
  })
  expect(await world.run(args)).toMatchObject({exitCode: 0})
  expect(await json(world, 'plan', '-f', 'urls.yaml')).toEqual([])
})
