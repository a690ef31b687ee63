import {randomUUID} from 'node:crypto'
import {type FastifyError, type FastifyInstance, type FastifyRequest} from 'fastify'
import {type JsonValue} from '../lib/client/wire.ts'
import {muranoError} from './murano/error-body.ts'
import {isForDevices, isForMurano} from './murano/paths.ts'

/** What is wrong with one field of a request. */
export interface FieldProblem {
  field: string
  message: string
}

/** A request that the service turns down. Thrown anywhere in a handler, it becomes the reply. */
export class Refusal extends Error {
  readonly status: number
  readonly details: readonly (FieldProblem | string)[]
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    message: string,
    details: readonly (FieldProblem | string)[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.status = status
    this.details = details
    this.headers = headers
  }
}

/** One whose reply is not of the usual shape: an object of a service's own, or text. */
export class OwnRefusal extends Refusal {
  readonly body: JsonValue

  constructor(status: number, body: JsonValue, headers: Readonly<Record<string, string>> = {}) {
    super(status, typeof body === 'string' ? body : JSON.stringify(body), [], headers)
    this.body = body
  }
}

export function badRequest(message: string, details: readonly (FieldProblem | string)[] = []): Refusal {
  return new Refusal(400, message, details)
}

export function unauthorized(message: string): Refusal {
  return new Refusal(401, message)
}

export function forbidden(message: string): Refusal {
  return new Refusal(403, message)
}

/** `what` as in `Account 1234`: the message says that it was not found. */
export function notFound(what: string): Refusal {
  return new Refusal(404, `${what} was not found.`)
}

export function conflict(message: string, details: readonly (FieldProblem | string)[] = []): Refusal {
  return new Refusal(409, message, details)
}

/** The error body of the platform that the request is for. */
export function errorBody(request: FastifyRequest, refusal: Refusal): JsonValue {
  if (refusal instanceof OwnRefusal) return refusal.body
  if (isForMurano(request.url)) return muranoError(refusal)
  if (isForDevices(request.url)) return refusal.message
  return usualError(request, refusal)
}

function usualError(request: FastifyRequest, {status, message, details}: Refusal): JsonValue {
  const trace = request.headers['trace']
  return {
    code: status,
    message,
    trace_id: typeof trace === 'string' && trace !== '' ? trace : randomUUID(),
    details: details.map((detail) => (typeof detail === 'string' ? detail : {...detail})),
  }
}

/** Turns what handlers throw, and requests that no route takes, into the platform's errors. */
export function replyWithErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    const refusal = error instanceof Refusal ? error : fromFastify(error)
    return reply.code(refusal.status).headers(refusal.headers).send(errorBody(request, refusal))
  })
  app.setNotFoundHandler((request, reply) => {
    const refusal = new Refusal(404, `There is no ${request.method} ${request.url.split('?')[0] ?? ''}.`)
    return reply.code(404).send(errorBody(request, refusal))
  })
}

function fromFastify({statusCode = 500, message}: FastifyError): Refusal {
  return statusCode < 500 ? badRequest(message) : new Refusal(500, `The sandbox failed: ${message}`)
}
