import {expect, test} from 'vitest'
import {runBatch} from '../support/batch.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {commands, endless} from './commands.ts'

const examples = commands
  .filter(({id}) => !endless.includes(id))
  .flatMap(({words, shape, examples}) =>
    examples.map((example) => ({
      shape,
      example,
      args: [...words, ...example, ...(shape.effect !== undefined ? ['--yes'] : [])],
    })),
  )

/** Each on a sandbox of its own, freshly seeded. */
async function runEach(lines: readonly string[][]) {
  const worlds = await freshWorlds(lines.length)
  return runBatch(lines.map((args, at) => ({args, env: worlds[at]!.env, cwd: worlds[at]!.home})))
}

test('every example runs as it stands', async () => {
  const outcomes = await runEach(examples.map(({args}) => args))
  expect(outcomes.filter(({exitCode}) => exitCode !== 0)).toEqual([])
  expect(outcomes.filter(({stdout, stderr}) => /\u001b|\n\s+at /.test(stdout + stderr))).toEqual([])
})
