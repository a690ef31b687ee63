import {describe, expect, test} from 'vitest'
import {type NumberOutcome} from '../../src/lib/numbers/number-outcome.ts'
import {seededAccess, seededNeighbour} from '../../src/sandbox/seeded-access.ts'
import {type ServedSandbox, servedSandbox} from '../support/served-sandbox.ts'
import {type Blow} from './kinds.ts'

const {accountUuid} = seededAccess
const neighbour = seededNeighbour.accountUuid

interface Job {
  command: 'provision' | 'release'
  done: string
  path: string
  /** Who has the numbers before and after; nobody when undefined. */
  ownerBefore: string | undefined
  ownerAfter: string | undefined
}

const jobs: readonly Job[] = [
  {
    command: 'provision',
    done: 'provisioned',
    path: '/sms/provision',
    ownerBefore: undefined,
    ownerAfter: accountUuid,
  },
  {
    command: 'release',
    done: 'released',
    path: '/sms/deprovision',
    ownerBefore: accountUuid,
    ownerAfter: undefined,
  },
]

const faults: readonly (readonly [string, Blow])[] = [
  ['connections break when it is done', {kind: 'drop', after: true, rate: 0.3}],
  ['connections break before it is done', {kind: 'drop', rate: 0.3}],
  ['half of the reply comes', {kind: 'truncate', rate: 0.3}],
  ['a gateway answers 502 when it is done', {kind: 'status', status: 502, after: true, rate: 0.3}],
]

/** 240 numbers that the job can be done for, and 10 of the neighbour's between them: requests are split, so that there are many to strike. */
function prepare({sandbox: {store, clock}}: ServedSandbox, {ownerBefore}: Job) {
  const numbers = store.numbers.available({}, 250)
  const refused = numbers.filter((_, index) => index % 15 === 0 && index >= 100)
  for (const number of numbers) {
    const owner = refused.includes(number) ? neighbour : ownerBefore
    if (owner !== undefined) store.numbers.provision(number, {account_uuid: owner, provider: 'VI'}, clock.now())
  }
  return {numbers, refused: new Set(refused)}
}

async function run({world}: ServedSandbox, {command}: Job, numbers: readonly string[]) {
  const args = ['numbers', command, '-', '--yes', '-o', 'json']
  const {exitCode, stdout} = await world.run(args, {stdin: 'pipe', input: numbers.join('\n')})
  const outcomes = JSON.parse(stdout) as NumberOutcome[]
  return {exitCode, outcomes: new Map(outcomes.map(({number, outcome}) => [number, outcome]))}
}

describe.each(jobs.map((job) => [job.command, job] as const))('%s of 250 numbers', (_, job) => {
  test.each(faults)('is done once for each or said not to be done, when %s now and then', async (_name, fault) => {
    const served = await servedSandbox({numbers: 300})
    const {numbers, refused} = prepare(served, job)
    const good = numbers.filter((number) => !refused.has(number))
    const ownerOf = (number: string) => served.sandbox.store.numbers.get(number)?.account_uuid ?? undefined
    const {id} = served.sandbox.faults.set({...fault, method: 'POST', path: job.path})

    const first = await run(served, job, numbers)
    const {struck = 0} = served.sandbox.faults.list().find((rule) => rule.id === id) ?? {}
    expect(struck).toBeGreaterThan(3)
    expect(first.exitCode).toBe(9)
    expect([...first.outcomes.keys()]).toEqual(numbers)
    const isDone = good.map((number) => ownerOf(number) === job.ownerAfter)
    expect(good.map((number) => first.outcomes.get(number) === job.done)).toEqual(isDone)

    served.sandbox.faults.clear()
    const rest = numbers.filter((number) => first.outcomes.get(number) !== job.done)
    const second = await run(served, job, rest)
    expect(rest.filter((number) => second.outcomes.get(number) !== job.done)).toEqual(
      rest.filter((number) => refused.has(number)),
    )
    expect(new Set(good.map(ownerOf))).toEqual(new Set([job.ownerAfter]))
    expect(new Set([...refused].map(ownerOf))).toEqual(new Set([neighbour]))
    // Refused would be a number that was sent once more after it had been done.
    const refusals = [first, second].flatMap(({outcomes}) =>
      good.filter((number) => outcomes.get(number) === 'refused'),
    )
    expect(refusals).toEqual([])
  })
})
