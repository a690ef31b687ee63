import {expect, test} from 'vitest'
import {json, serve} from '../lib/client/support.ts'
import {leftOfInput} from '../support/batch.ts'
import {commands} from './commands.ts'
import {jobsOf, serverEnv} from './sweep.ts'

// Those that run others are told to by being run.
test('standard input is left alone by every command that is not told to read it', async () => {
  const server = await serve((response) => json(response, 200, {}))
  const env = serverEnv(server.url)
  const lines = commands
    .filter(({shape}) => shape.goesOn !== true && shape.runsOthers !== true)
    .flatMap((command) => {
      // What waits for something does not wait for long.
      const brief = command.shape.online === false ? [] : ['--timeout', '1s']
      return [
        {command, env, args: [...command.typical, ...brief]},
        {command, env, args: brief},
      ]
    })
  const rest = 'a\nb\nc\n'
  expect(await leftOfInput(jobsOf(lines), rest)).toBe(rest)
})
