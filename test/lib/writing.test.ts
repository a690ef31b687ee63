import {expect, test} from 'vitest'
import {collect} from '../../src/lib/collect.ts'
import {CliError} from '../../src/lib/errors.ts'
import {ExitCode} from '../../src/lib/exit-code.ts'
import {Writing} from '../../src/lib/writing.ts'
import {faultOf} from './murano/fault-of.ts'

function failing(exit: ExitCode): CliError {
  return new CliError('No.', {code: 'no', exit, details: ['Why.']})
}

/** Writes things; those of `failures` fail so. */
function writing(count: number, failures: Record<number, ExitCode>) {
  const things = Array.from({length: count}, (_, at) => at)
  return new Writing(things, (at) => {
    const exit = failures[at]
    return exit === undefined ? Promise.resolve() : Promise.reject(failing(exit))
  })
}

test('one that is refused does not sink the others, and the end is exit 9', async () => {
  const some = writing(12, {3: ExitCode.Refused})
  const outcomes = await collect(some.outcomes())
  expect(outcomes.filter(({outcome}) => outcome !== 'written')).toEqual([
    {thing: 3, outcome: 'refused', message: 'No. Why.'},
  ])
  expect(faultOf(() => some.check('keys'))).toBe('1 of 12 keys were not written.')
})

test('what makes all further requests pointless ends it; where nothing was done, that is what is told', async () => {
  const some = writing(12, {6: ExitCode.NotPermitted})
  const outcomes = (await collect(some.outcomes())).map(({outcome}) => outcome)
  expect(outcomes.slice(0, 7)).toEqual([...Array<string>(6).fill('written'), 'failed'])
  expect(outcomes.slice(10)).toEqual(['not sent', 'not sent'])
  const none = writing(1, {0: ExitCode.NotPermitted})
  await collect(none.outcomes())
  expect(faultOf(() => none.check('keys'))).toBe('No.\nWhy.')
})

test('when all are written there is nothing to tell', async () => {
  const all = writing(3, {})
  await collect(all.outcomes())
  expect(() => all.check('keys')).not.toThrow()
})
