import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {inRanges, type Ranges} from '../../src/lib/batch/ranges.ts'
import {type JobOrder} from '../../src/lib/batch/job.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {startPty} from '../support/pty.ts'
import {servedSandbox} from '../support/served-sandbox.ts'
import {bin} from '../support/world.ts'
import {jobOf, journalOf, writeRows} from './chaos.ts'

test('when the disk is full, nothing is sent that is not in the journal; with room again it goes on', async () => {
  const {sandbox, world} = await servedSandbox({numbers: 300})
  const {numbers: store} = sandbox.store
  const numbers = store.available({}, 60)
  for (const number of numbers) store.provision(number, {account_uuid: seededAccess.accountUuid}, 0)
  writeFileSync(
    join(world.home, 'rows.csv'),
    `number,reference_id\n${numbers.map((number, at) => `${number},r${at}`).join('\n')}\n`,
  )
  const isSet = (number: string, at: number) => store.get(number)?.reference_id === `r${at}`
  // No file may grow beyond 4 KiB.
  const full = await world.shell('ulimit -f 4; commsctl numbers set-reference --from-file rows.csv --concurrency 2')
  expect(full).toMatchObject({
    exitCode: 9,
    stderr: expect.stringMatching(/The journal \S+ cannot be written/) as string,
  })
  expect(full.stderr).toContain(`Go on with: commsctl jobs resume ${jobOf(world)}`)
  const sent = new Set(
    readFileSync(journalOf(world), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"kind":"sent"') && line.endsWith('}'))
      .flatMap((line) => [...inRanges((JSON.parse(line.slice(9)) as {rows: Ranges}).rows)]),
  )
  const done = numbers.flatMap((number, at) => (isSet(number, at) ? [at + 1] : []))
  expect(done.length).toBeGreaterThan(5)
  expect(done.length).toBeLessThan(numbers.length)
  expect(done.filter((row) => !sent.has(row))).toEqual([])
  expect(await world.run(['jobs', 'resume', jobOf(world)!])).toMatchObject({exitCode: 0})
  expect(numbers.every(isSet)).toBe(true)
})

test('a reader that has seen enough ends it, which tells what is left and goes on with it', async () => {
  const {sandbox, world} = await servedSandbox({numbers: 300})
  const numbers = sandbox.store.numbers.available({}, 60)
  writeRows(world, numbers)
  const args = ['numbers', 'provision', '--from-file', 'rows.csv', '-y', '--concurrency', '1', '-o', 'ndjson']
  const run = spawn(process.execPath, [bin, ...args], {env: world.env, cwd: world.home})
  let stderr = ''
  run.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
  run.stdout.once('data', () => run.stdout.destroy())
  expect(await once(run, 'close')).toEqual([130, null])
  const id = jobOf(world)!
  expect(JSON.parse(stderr)).toMatchObject({
    message: 'Interrupted, since nobody reads the output any more.',
    hint: expect.stringMatching(`^\\d+ of 60 numbers were not provisioned.*commsctl jobs resume ${id}$`) as string,
  })
  expect(await world.run(['jobs', 'resume', id])).toMatchObject({exitCode: 0})
  expect(numbers.every((number) => sandbox.store.numbers.get(number)?.account_uuid === seededAccess.accountUuid)).toBe(
    true,
  )
})

test('a secret given for all rows is not kept: resuming asks for it, and without a terminal says so', async () => {
  const {sandbox, world} = await servedSandbox()
  sandbox.faults.set({kind: 'status', status: 403, method: 'POST', path: '/identity/users/change_password', times: 1})
  writeFileSync(join(world.home, 'users.csv'), 'email\nreader@sunrise.example\n')
  const secrets = ['--old-password', 'sandbox-reader-1', '--new-password', 'sandbox-reader-2']
  expect(await world.run(['identities', 'password', 'change', '--from-file', 'users.csv', ...secrets])).toMatchObject({
    exitCode: 4,
  })
  const id = jobOf(world)!
  const order = readFileSync(join(journalOf(world), '../job.json'), 'utf8')
  expect(order).not.toContain('sandbox-reader')
  expect((JSON.parse(order) as JobOrder).withheld).toEqual(['old_data', 'new_data'])
  expect(await world.run(['jobs', 'resume', id])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('--old-password, which is secret and was not kept') as string,
  })
  const run = startPty(process.execPath, [bin, 'jobs', 'resume', id], {env: world.env, cwd: world.home, columns: 120})
  await run.shows('password so far')
  run.pty.write('sandbox-reader-1\r')
  await run.shows('password from now on')
  run.pty.write('sandbox-reader-2\r')
  expect(await run.exit).toBe(0)
  expect(run.output()).not.toContain('sandbox-reader')
  const login = ['identities', 'login', '--email', 'reader@sunrise.example', '--password', 'sandbox-reader-2']
  expect(await world.run(login)).toMatchObject({exitCode: 0})
})
