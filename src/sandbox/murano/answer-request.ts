import {type JsonObject, type JsonValue} from '../../lib/client/wire.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Endpoint, endpointsOf} from './endpoints.ts'
import {handlerFor} from './event-handlers.ts'
import {severities, writeLog} from './logs.ts'
import {matchEndpoint} from './match-endpoint.ts'
import {type Solution} from './records.ts'
import {type EndpointOutcome, scriptHostOf} from './scripts.ts'
import {pendingRequests} from './services/webservice/pending-requests.ts'

/** What scripts get to know of a request. */
export type RequestTable = JsonObject & {request_id: string; method: string; parameters: JsonObject}

/** What is sent to who called an application. */
export interface HttpAnswer {
  code: number
  headers: Record<string, string>
  message: string
}

/**
 * What an application's scripts answer to a request: the endpoint for it, or else the handler of all requests. Undefined
 * where it has neither.
 */
export async function answerRequest(
  sandbox: Sandbox,
  solution: Solution,
  path: string,
  request: RequestTable,
): Promise<HttpAnswer | undefined> {
  const match = matchEndpoint(endpointsOf(sandbox.store, solution.id), request.method, path)
  if (!match) return answerByHandler(sandbox, solution, request)
  const {endpoint, variables} = match
  const parameters = {...request.parameters, ...variables}
  return orFailure(sandbox, solution, async () => {
    const host = await scriptHostOf(sandbox)
    return answerOf(endpoint, await host.answer(solution, endpoint, {...request, route: endpoint.path, parameters}))
  })
}

/** The handler answers with `Webservice.api_reply` while it runs, or not at all. */
async function answerByHandler(
  sandbox: Sandbox,
  solution: Solution,
  request: RequestTable,
): Promise<HttpAnswer | undefined> {
  const handler = handlerFor(sandbox.store, solution.id, 'webservice', 'request')
  if (!handler) return undefined
  const pending = sandbox.store.collection(pendingRequests)
  const {request_id} = request
  pending.put({request_id, solution_id: solution.id, answer: null})
  return orFailure(sandbox, solution, async () => {
    try {
      const host = await scriptHostOf(sandbox)
      await host.run(solution, handler, request)
      const answer = pending.get(request_id)?.answer
      return answer ? {...answer, headers: headersOf(answer.headers)} : failure(504, 'The script gave no answer.')
    } finally {
      pending.delete(request_id)
    }
  })
}

/** A script that fails is in the log, and whoever called is told that it did. */
async function orFailure(
  sandbox: Sandbox,
  {id: solution_id}: Solution,
  work: () => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  try {
    return await work()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const told = {solution_id, type: 'script', service: 'webservice', event: 'request'} as const
    writeLog(sandbox, {...told, severity: severities.error, message})
    return failure(500, message)
  }
}

function failure(code: number, error: string): HttpAnswer {
  return {code, headers: {'content-type': 'application/json'}, message: JSON.stringify({error})}
}

/** What the script returned is the body, or else `response.message`. */
function answerOf({content_type}: Endpoint, {result, response}: EndpointOutcome): HttpAnswer {
  const {code = 200, headers, message = ''} = objectOf(response)
  const status = Number(code)
  if (!Number.isInteger(status) || status < 200 || status > 599)
    throw new Error(`response.code is no status: ${JSON.stringify(code)}`)
  const own = headersOf(objectOf(headers))
  return {
    code: status,
    headers: {'content-type': content_type || 'application/json', ...own},
    message: textOf(result ?? message),
  }
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

/** By names in small letters. */
function headersOf(given: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), textOf(value)]))
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
