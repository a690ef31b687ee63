import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {bodyOf} from '../../src/lib/operation/whole-body.ts'
import {runBatch} from '../support/batch.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {commands} from './commands.ts'

/** What their bodies hold hangs on the call that is chosen. */
const ofAnyForm = ['api', 'murano call']

test('every command with a whole body prints a template of it, in YAML', async () => {
  const [world] = freshWorlds(1)
  const {env, home: cwd} = world!
  const whole = commands.filter(({id, shape}) => bodyOf(shape.parameters) !== undefined && !ofAnyForm.includes(id))
  const outcomes = await runBatch(whole.map(({words}) => ({args: [...words, '--template'], env, cwd})))
  const told = outcomes.map(({exitCode, stdout, stderr}, at) => ({id: whole[at]!.id, exitCode, stdout, stderr}))
  expect(told.filter(({exitCode, stderr}) => exitCode !== 0 || stderr !== '')).toEqual([])
  expect(told.filter(({stdout}) => typeof parse(stdout) !== 'object' || !stdout.startsWith('# '))).toEqual([])
})
