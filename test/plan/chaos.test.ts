import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {resolvePaths} from '../../src/lib/profile/paths.ts'
import {activities} from '../../src/sandbox/activity/activities.ts'
import {seededAccess, seededCampaigns} from '../../src/sandbox/seeded-access.ts'
import {killedRun, seeded, storm} from '../batch/chaos.ts'
import {servedSandbox} from '../support/served-sandbox.ts'

const entries = Math.ceil(Number(process.env['CHAOS_ROWS'] ?? 60) / 3)
const kills = Number(process.env['CHAOS_KILLS'] ?? 6)
const seed = Number(process.env['CHAOS_SEED'] ?? 1)
/** Of the entries, so many are for a campaign, which takes 49 numbers. */
const assigned = 10

test(`${entries} times three numbers are bought, and never one more, though apply is killed ${kills} times in a storm of faults`, async () => {
  const {sandbox, world} = await servedSandbox({numbers: 30 * entries + 2000})
  const codes = areaCodes()
  const seededNumbers = new Set(provisionings().keys())
  const wanted = Array.from(
    {length: entries},
    (_, at) =>
      `- {count: 3, area_code: ${codes[at]}, reference_id: desk-${at}${at < assigned ? `, campaign: ${seededCampaigns.active}` : ''}}`,
  )
  writeFileSync(join(world.home, 'plan.yaml'), `numbers:\n${wanted.join('\n')}\n`)
  for (const rule of storm) sandbox.faults.set(rule)
  const random = seeded(seed)
  const apply = ['apply', '-f', 'plan.yaml', '-y']
  // What is sent for an entry and what came of it take about 200 bytes of the journal.
  const growth = () => Math.floor(random() * 2 * ((entries * 200) / (kills + 2)))
  let killed = 0
  while (killed < kills && bought().length < entries * 3)
    if (await killedRun(world, apply, growth(), journal)) killed += 1
  expect(killed).toBeGreaterThanOrEqual(kills / 3)
  for (let round = 0; (await world.run(apply)).exitCode !== 0; round++) expect(round).toBeLessThan(50)

  const numbers = bought()
  expect(countBy(numbers.map(({reference_id}) => reference_id))).toEqual(
    new Map(Array.from({length: entries}, (_, at) => [`desk-${at}`, 3])),
  )
  expect(numbers.filter(({campaign_id}) => campaign_id === seededCampaigns.active)).toHaveLength(3 * assigned)
  const made = [...provisionings()].filter(([number]) => !seededNumbers.has(number))
  expect(new Map(made)).toEqual(new Map(numbers.map(({number}) => [number, 1])))
  expect(readFileSync(journal(), 'utf8')).toContain('"kind":"finished"')
  expect((await world.run(['plan', '-f', 'plan.yaml', '--exit-code'])).exitCode).toBe(0)

  /** An area code for each entry, each with twice the numbers that are wanted of it. */
  function areaCodes(): string[] {
    const offered = sandbox.store.numbers.available({tier: 1}, 100_000).map((number) => number.slice(2, 5))
    return [...countBy(offered)].flatMap(([code, count]) => Array.from({length: Math.floor(count / 6)}, () => code))
  }

  function bought() {
    const {items} = sandbox.store.numbers.provisioned(
      {account_uuid: seededAccess.accountUuid},
      {offset: 0, limit: 100_000},
    )
    return items.filter(({reference_id}) => reference_id?.startsWith('desk-'))
  }

  /** How often the sandbox has provisioned each number. */
  function provisionings(): Map<unknown, number> {
    const made = sandbox.store
      .collection(activities)
      .find()
      .filter(({activity_type, activity_subtype}) => `${activity_type}.${activity_subtype}` === 'number.provisioned')
    return countBy(made.map(({metadata}) => metadata['number']))
  }

  function journal(): string {
    const {jobs} = resolvePaths(world.env)
    const [folder = 'none'] = existsSync(jobs) ? readdirSync(jobs) : []
    return join(jobs, folder, 'journal')
  }
}, 1_800_000)

function countBy<T>(things: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1)
  return counts
}
