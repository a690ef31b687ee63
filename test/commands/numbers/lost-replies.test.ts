import {beforeEach, describe, expect, test} from 'vitest'
import {type FaultRule} from '../../../src/sandbox/faults.ts'
import {seededAccess} from '../../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../../support/fresh-worlds.ts'
import {type SandboxWorld} from '../../support/sandbox-world.ts'
import {type Run} from '../../support/world.ts'

const [one, two, three] = ['+19412340100', '+19412340101', '+19412340102'] as const
const ours = '+19412340001'

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

/** Runs a command into faults, and counts the changing requests that it sent. */
async function struck(rules: FaultRule[], ...args: string[]): Promise<{run: Run; posts: number}> {
  await world.inside(({faults}) => rules.forEach((rule) => faults.set(rule)))
  const run = await world.run([...args, '--yes', '--debug'])
  const posts = run.stderr.split('\n').filter((line) => /^> POST \S+\/sms\/(de)?provision/.test(line)).length
  await world.inside(({faults}) => faults.clear())
  return {run, posts}
}

function owners(...numbers: string[]): Promise<boolean[]> {
  return world.inside(({store}) =>
    numbers.map((number) => store.numbers.get(number)?.account_uuid === seededAccess.accountUuid),
  )
}

const provision = {method: 'POST', path: '/sms/provision'} as const
const lost: readonly (readonly [string, FaultRule])[] = [
  ['the connection breaks', {...provision, kind: 'drop', after: true}],
  ['the reply breaks off', {...provision, kind: 'truncate'}],
  ['a gateway answers in its place', {...provision, kind: 'status', status: 502, after: true}],
]

describe('when the numbers are provisioned, and then', () => {
  test.each(lost)('%s, that is found out, and nothing is sent again', async (_, rule) => {
    const {run, posts} = await struck([rule], 'numbers', 'provision', one, two)
    expect({exitCode: run.exitCode, posts}).toEqual({exitCode: 0, posts: 1})
    expect(run.stdout).toBe(`${one}\tprovisioned\t\n${two}\tprovisioned\t`)
    expect(await owners(one, two, three)).toEqual([true, true, false])
  })

  test('the connection breaks, a single number is done, too', async () => {
    const {run, posts} = await struck([lost[0]![1]], 'numbers', 'provision', one)
    expect({exitCode: run.exitCode, posts, stdout: run.stdout}).toEqual({
      exitCode: 0,
      posts: 1,
      stdout: `${one}\tprovisioned\t`,
    })
  })

  test('the connection breaks, a search buys no others', async () => {
    const {run, posts} = await struck([lost[0]![1]], 'numbers', 'search', '--area-code', '941', '--provision', '2')
    expect({exitCode: run.exitCode, posts}).toEqual({exitCode: 0, posts: 1})
    expect((await world.inside(({store}) => store.numbers.counts())).provisioned).toBe(16)
  })

  test('the answer to whether they are is lost as well, that is said: exit 10', async () => {
    const reading: FaultRule = {kind: 'status', status: 503, method: 'GET', path: '/sms/provision/numbers/number/*'}
    const {run, posts} = await struck([lost[0]![1], reading], 'numbers', 'provision', one, two, '-o', 'json')
    expect({exitCode: run.exitCode, posts}).toEqual({exitCode: 10, posts: 1})
    expect(JSON.parse(run.stdout)).toEqual([
      {number: one, outcome: 'unknown', message: expect.stringContaining('The platform did not say.') as string},
      {number: two, outcome: 'unknown', message: null},
    ])
    expect(run.stderr).toContain('Look whether it was done')
  })
})

test('a release whose reply was lost is settled the same way', async () => {
  const rule: FaultRule = {kind: 'drop', after: true, method: 'POST', path: '/sms/deprovision'}
  const {run, posts} = await struck([rule], 'numbers', 'release', ours)
  expect({exitCode: run.exitCode, posts, stdout: run.stdout}).toEqual({
    exitCode: 0,
    posts: 1,
    stdout: `${ours}\treleased\t`,
  })
})

describe('when the connection breaks before the service acted', () => {
  const rule: FaultRule = {...provision, kind: 'drop'}

  test('a single number is not provisioned, and the command may be run again: exit 10', async () => {
    const {run, posts} = await struck([rule], 'numbers', 'provision', one, '-o', 'json')
    expect({exitCode: run.exitCode, posts, stdout: run.stdout}).toEqual({exitCode: 10, posts: 1, stdout: ''})
    expect(run.stderr).toContain('"code":"not-carried-out"')
    expect(run.stderr).toContain('"retryable":true')
    expect(await owners(one)).toEqual([false])
  })

  test('each of many has failed, and none is sent again: exit 9', async () => {
    const {run, posts} = await struck([rule], 'numbers', 'provision', one, two)
    expect({exitCode: run.exitCode, posts}).toEqual({exitCode: 9, posts: 1})
    expect(
      run.stdout.match(/\tfailed\tThe reply was lost\. The platform shows that it was not carried out\./g),
    ).toHaveLength(2)
    expect(await owners(one, two)).toEqual([false, false])
  })
})

describe('what the service keeps refusing', () => {
  test('too many requests for ever are exit 7, after a few attempts', async () => {
    const {run, posts} = await struck(
      [{...provision, kind: 'rate-limit', retryAfter: 0}],
      'numbers',
      'provision',
      one,
      two,
    )
    expect({exitCode: run.exitCode, posts}).toEqual({exitCode: 7, posts: 4})
    expect(run.stdout.match(/\tfailed\t/g)).toHaveLength(2)
    expect(await owners(one, two)).toEqual([false, false])
  })

  test('too many requests for a moment are waited out', async () => {
    const rule: FaultRule = {...provision, kind: 'rate-limit', retryAfter: 0, times: 2}
    const {run, posts} = await struck([rule], 'numbers', 'provision', one, two)
    expect({exitCode: run.exitCode, posts}).toEqual({exitCode: 0, posts: 3})
  })

  test.each([1, 2])('no permission is exit 4, said once for %i', async (count) => {
    const numbers = [one, two].slice(0, count)
    const rule: FaultRule = {...provision, kind: 'status', status: 403}
    const {run, posts} = await struck([rule], 'numbers', 'provision', ...numbers)
    expect({exitCode: run.exitCode, posts}).toEqual({exitCode: 4, posts: 1})
    expect(run.stderr.match(/^Error: /gm)).toHaveLength(1)
  })
})
