import {expect, test} from 'vitest'
import {writeLog} from '../../src/sandbox/murano/logs.ts'
import {seededMurano} from '../../src/sandbox/murano/seeded.ts'
import {following} from '../support/following.ts'
import {servedSandbox} from '../support/served-sandbox.ts'

test.each([
  ['murano logs --follow --solution clinic-monitor --grep x y --timeout 1s', '--since 1h --limit 5'],
  ['activity tail --timeout 1s', '--since 2025-01-01 --all'],
])('what is followed goes on with what was typed, from the last row: %s', async (words, beginning) => {
  const {sandbox, world} = await servedSandbox()
  const args = words.replace('x y', 'x|y').split(' ')
  writeLog(sandbox, {solution_id: seededMurano.applicationId, type: 'script', severity: 6, message: 'x'})
  const run = following(world, [...args, ...beginning.split(' '), '-o', 'ndjson'])
  await run.until(() => run.rows.length > 0)
  await (await sandbox.app()).close()
  expect(await run.ended).toEqual([10, null])
  const {hint} = JSON.parse(run.stderr().trim().split('\n').at(-1)!) as {hint: string}
  const typed = `Go on later with: commsctl ${words.replace('x y', "'x|y'")} --output ndjson --since `
  expect(hint.slice(0, typed.length)).toBe(typed)
  expect(hint.slice(typed.length)).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z --all$/)
})
