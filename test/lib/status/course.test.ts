import {expect, test} from 'vitest'
import {withOptionalValues} from '../../../src/lib/optional-values.ts'
import {sparkline} from '../../../src/lib/output/sparkline.ts'
import {duration} from '../../../src/lib/parameters.ts'
import {Course} from '../../../src/lib/status/course.ts'
import {type ServiceState} from '../../../src/lib/status/service-state.ts'

function state(milliseconds: number | null): ServiceState {
  return {
    ...{time: '2026-01-01T00:00:00.000Z', platform: 'CPaaS', service: 'sms', path: '/sms', api_version: 'v1'},
    ...{state: milliseconds === null ? 'down' : 'up', status: null, milliseconds, message: null},
  }
}

test('percentiles are of the rounds in which a service was up', () => {
  const course = new Course()
  expect(course.add([state(null)])[0]).toMatchObject({p50: null, p95: null})
  const last = [...Array(20).keys()].map((index) => course.add([state(20 - index)])[0]).at(-1)
  expect(last).toMatchObject({milliseconds: 1, p50: 10, p95: 19})
  expect(course.summary()).toBe('21 rounds: not up were sms 1.')
})

test('a sparkline is as high as its greatest, with gaps', () => {
  expect(sparkline([0, 50, 100, null])).toBe('▁▅█×')
  expect(sparkline([])).toBe('')
  expect(sparkline([0])).toBe('▁')
})

test.each([
  [['--watch'], ['--watch=5s']],
  [
    ['--watch', '-o', 'json'],
    ['--watch=5s', '-o', 'json'],
  ],
  [
    ['--watch', '2s', '--other'],
    ['--watch=2s', '--other'],
  ],
  [['--watch=2s'], ['--watch=2s']],
  [
    ['--', '--watch'],
    ['--', '--watch'],
  ],
])('a flag whose value may be left out has one: %j', (typed, words) => {
  const parameters = {watch: duration('--watch', 'again', {bare: '5s'})}
  expect(withOptionalValues(typed, {summary: 'A command', parameters, examples: []})).toEqual(words)
})
