import {type ServerResponse} from 'node:http'
import {describe, expect, test} from 'vitest'
import {ExitCode} from '../../src/lib/exit-code.ts'
import {json, serve} from '../lib/client/support.ts'
import {online, type Command} from './commands.ts'
import {failing, isErrorObject, serverEnv, sweep} from './sweep.ts'

/** What a script is told of each failure of the service. Retry-After keeps the retries from taking time. */
const answers: readonly [status: number, exit: ExitCode][] = [
  [400, ExitCode.Refused],
  [401, ExitCode.NotAuthenticated],
  [403, ExitCode.NotPermitted],
  [404, ExitCode.NotFound],
  [409, ExitCode.Refused],
  [412, ExitCode.Refused],
  [422, ExitCode.Refused],
  [429, ExitCode.RateLimited],
  [500, ExitCode.Unavailable],
  [502, ExitCode.Unavailable],
  [503, ExitCode.Unavailable],
]

function confirmed({typical, shape}: Command): string[] {
  return [...typical, ...(shape.effect ? ['--yes'] : [])]
}

/** Runs each command against a server that answers all requests in this way, with errors as JSON. */
async function against(answer: (response: ServerResponse) => void, ...flags: string[]) {
  const server = await serve(answer)
  const env = serverEnv(server.url)
  return sweep(asking.map((command) => ({command, env, args: [...confirmed(command), '-o', 'json', ...flags]})))
}

/** Commands that ask the service whatever is stored here. */
const asking = online.filter(({id}) => !['login', 'logout'].includes(id))

/** Commands that tell the outcome of each of many things. */
function isMany(id: string): boolean {
  return asking.some((command) => command.id === id && command.shape.reply?.kind === 'outcomes')
}

describe('every command', () => {
  test.each(answers)('exits after %i with %i, and tells it in one object of known fields', async (status, exit) => {
    const outcomes = await against((response) =>
      json(
        response,
        status,
        {code: String(status), message: 'No.', trace_id: 'T-1', secret_of_the_service: 'x'},
        {'retry-after': '0'},
      ),
    )
    expect(
      failing(outcomes, ({id, exitCode}) => exitCode === exit || (isMany(id) && exitCode === ExitCode.PartlyFailed)),
    ).toEqual([])
    expect(failing(outcomes, isErrorObject)).toEqual([])
  })
})
