import {type ServerResponse} from 'node:http'
import {describe, expect, test} from 'vitest'
import {ExitCode} from '../../src/lib/exit-code.ts'
import {type Declaration} from '../../src/lib/operation/declaration.ts'
import {methodOf} from '../../src/lib/operation/request.ts'
import {json, serve} from '../lib/client/support.ts'
import {online, type Command} from './commands.ts'
import {failing, inTurn, isErrorObject, serverEnv, sweep} from './sweep.ts'

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

/** A server that answers all requests in this way. Murano does not tell a token that has ended from a lack of rights, and is asked: this one goes on. */
async function answering(answer: (response: ServerResponse) => void) {
  return serve((response, {url}) =>
    url.includes('/api:1/token/') ? json(response, 200, {email: 'ada@sunrise.example', ttl: 1000}) : answer(response),
  )
}

/** Runs commands against a server that answers all requests in this way, with errors as JSON. */
async function against(asked: readonly Command[], answer: (response: ServerResponse) => void, ...flags: string[]) {
  const server = await answering(answer)
  // Commands that write files have no -o.
  const env = {...serverEnv(server.url), COMMSCTL_OUTPUT: 'json'}
  return sweep(asked.map((command) => ({command, env, args: [...confirmed(command), ...flags]})))
}

/** Commands that begin with what is here: sessions, jobs, the ledger, keys, files; that tell of failures as what they found; and what goes on until it is stopped. */
const notAsking = new Set([
  'doctor',
  'pubsub trigger',
  'status',
  'login',
  'logout',
  'murano login',
  'murano logout',
  'murano whoami',
  'jobs cancel',
  'jobs resume',
  'ledger undo',
  'debug replay',
  'murano devices activate',
  'murano devices enable-many',
  'murano devices read',
  'murano devices write',
])

/** Commands that ask the service whatever is stored here. */
const asking = online.filter(({id}) => !notAsking.has(id))

/** Commands that tell the outcome of each of many things. */
function isMany(id: string): boolean {
  const {shape} = asking.find((command) => command.id === id)!
  return shape.reply?.kind === 'outcomes' || id === 'murano tsdb import'
}

// The statuses take turns: all of them go the same way in the program, and each command gets several.
describe('every command', () => {
  test.each(answers)('exits after %i with %i, and tells it in one object of known fields', async (status, exit) => {
    const turn = answers.findIndex(([one]) => one === status)
    const outcomes = await against(inTurn(asking, turn, 3), (response) =>
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

/** One command for each way to ask the service: by method, and whether it may be asked again. */
const kinds = [
  ...new Map(
    asking
      .filter(({isOneCall}) => isOneCall)
      .map((command) => {
        const {request, effect} = command.shape as Declaration
        return [`${methodOf(request)}${effect?.idempotent === true ? ', repeatable' : ''}`, command] as const
      }),
  ),
]

describe.each(kinds)('a command that sends a %s', (kind, command) => {
  const isRepeatable = !kind.startsWith('POST') || kind.endsWith('repeatable')

  /** Runs it against a server that answers in this way. */
  async function run(answer: (response: ServerResponse) => void, timeout: string) {
    const server = await answering(answer)
    const args = [...confirmed(command), '-o', 'json', '--timeout', timeout]
    const [outcome] = await sweep([{command, env: serverEnv(server.url), args}])
    return {...outcome!, isErrorObject: isErrorObject(outcome!), requests: server.seen.length}
  }

  test('exits with 8 when no answer comes, and does not send a change again', async () => {
    const {exitCode, isErrorObject: isObject, requests} = await run(() => undefined, '300ms')
    expect({exitCode, isObject, requests}).toEqual({exitCode: isRepeatable ? 8 : 10, isObject: true, requests: 1})
  })

  test('exits with 10 when the connection is lost, and does not send a change again', async () => {
    // Long enough for all attempts, however slow the machine is.
    const {exitCode, isErrorObject: isObject, requests} = await run((response) => response.destroy(), '60s')
    expect({exitCode, isObject}).toEqual({exitCode: 10, isObject: true})
    if (!isRepeatable) expect(requests).toBe(1)
  })
})
