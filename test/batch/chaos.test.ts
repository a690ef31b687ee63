import {expect, test} from 'vitest'
import {activities} from '../../src/sandbox/activity/activities.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {servedSandbox} from '../support/served-sandbox.ts'
import {isFinished, jobOf, killedRun, outcomesIn, seeded, storm, writeRows} from './chaos.ts'

const rows = Number(process.env['CHAOS_ROWS'] ?? 60)
const kills = Number(process.env['CHAOS_KILLS'] ?? 6)
const seed = Number(process.env['CHAOS_SEED'] ?? 1)

test(`${rows} numbers are provisioned once each in a storm of faults, though the process is killed ${kills} times`, async () => {
  const {sandbox, world} = await servedSandbox({numbers: rows + 200})
  const numbers = sandbox.store.numbers.available({}, rows)
  writeRows(world, numbers)
  for (const rule of storm) sandbox.faults.set(rule)
  const random = seeded(seed)
  const start = [
    'numbers',
    'provision',
    '--from-file',
    'rows.csv',
    '--outcomes',
    'out.ndjson',
    '--concurrency',
    '4',
    '-y',
  ]
  // A row takes about 150 bytes of the journal.
  const growth = () => Math.floor(random() * 2 * ((rows * 150) / (kills + 2)))
  let killed = (await killedRun(world, start, growth())) ? 1 : 0
  const id = jobOf(world)!
  while (killed < kills && !isFinished(world)) if (await killedRun(world, ['jobs', 'resume', id], growth())) killed += 1
  expect(killed).toBeGreaterThan(kills * 0.8)
  for (let round = 0; !isFinished(world); round++) {
    expect(round).toBeLessThan(50)
    await world.run(['jobs', 'resume', id])
  }

  const told = outcomesIn(world, 'out.ndjson')
  expect(told.map(({row}) => row).sort((a, b) => a - b)).toEqual(numbers.map((_, at) => at + 1))
  // What the service showed not to be done, several times over, is said to be so; and nothing else.
  const undone = told.filter(({outcome}) => outcome !== 'provisioned')
  expect(undone.filter(({outcome}) => outcome !== 'failed')).toEqual([])
  const owners = numbers.map((number) => sandbox.store.numbers.get(number)?.account_uuid ?? null)
  const expected = numbers.map((number) =>
    undone.some((row) => row.number === number) ? null : seededAccess.accountUuid,
  )
  expect(owners).toEqual(expected)
  expect(provisionings()).toEqual(
    new Map(numbers.filter((_, at) => expected[at] !== null).map((number) => [number, 1])),
  )

  sandbox.faults.clear()
  if (undone.length > 0) {
    expect((await world.run(['numbers', 'provision', '--retry-failed', 'out.ndjson', '-y'])).exitCode).toBe(0)
    expect(numbers.every((number) => sandbox.store.numbers.get(number)?.account_uuid != null)).toBe(true)
  }

  /** How often the sandbox has provisioned each of the numbers. */
  function provisionings(): Map<string, number> {
    const counts = new Map<string, number>()
    for (const {activity_type, activity_subtype, metadata} of sandbox.store.collection(activities).find()) {
      const number = metadata['number'] as string
      if (`${activity_type}.${activity_subtype}` === 'number.provisioned' && numbers.includes(number))
        counts.set(number, (counts.get(number) ?? 0) + 1)
    }
    return counts
  }
}, 1_800_000)
