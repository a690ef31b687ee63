import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {FailedAttempt} from './failed-attempt.ts'
import {lostReply, requestLine} from './network-error.ts'
import {serviceError} from './service-error.ts'
import {describeText, isHtml} from './text-reply.ts'
import {transportFailure, type Arrival} from './transmitter.ts'
import {TransportError} from './undici.ts'
import {type JsonValue} from './wire.ts'

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

/**
 * A reply's body: JSON parsed, other text as it is, undefined when empty. Throws FailedAttempt when it is broken, an error
 * when it is a web page and none is wanted.
 */
export async function readBody(arrival: Arrival, {pages}: {pages: boolean}): Promise<JsonValue | undefined> {
  const text = await readText(arrival)
  const type = arrival.incoming.headers['content-type']
  if (text === '') return undefined
  if (!pages && isHtml(type, text)) throw webPage(arrival, text)
  if (type !== undefined && type !== '' && !/[/+]json\b/i.test(type)) return text
  try {
    return JSON.parse(text) as JsonValue
  } catch (error) {
    if (type === undefined || type === '') return text
    throw new FailedAttempt(
      {kind: 'unreadable'},
      badReply(arrival, 'JSON was announced, but the reply is none or broke off', error),
      arrival.attempted.report.id,
    )
  }
}

/** An error reply as a failed attempt; whatever of the body can be read is used. */
export async function errorReply({incoming, attempted}: Arrival): Promise<FailedAttempt> {
  const {status, headers} = incoming
  const text = await incoming.text().catch(() => '')
  attempted.report.body(text)
  const failure = {kind: 'status', status, retryAfter: headers['retry-after']} as const
  return new FailedAttempt(failure, serviceError({status, headers, text}, attempted), attempted.report.id)
}

async function readText({incoming, attempted}: Arrival): Promise<string> {
  try {
    const text = await incoming.text()
    attempted.report.body(text)
    return text
  } catch (error) {
    throw transportFailure(new TransportError(error, true), attempted)
  }
}

function webPage(arrival: Arrival, text: string): CliError {
  const title = describeText(text)
  return badReply(
    arrival,
    `${arrival.attempted.target.origin} answered with a web page${title === '' ? '' : ` (${title})`}`,
    undefined,
  )
}

function badReply({incoming, attempted}: Arrival, why: string, cause: unknown): CliError {
  const {status} = incoming
  if (!attempted.idempotent) return lostReply(why, attempted, cause)
  return new CliError(`${requestLine(attempted)} failed: ${why}.`, {
    code: 'bad-reply',
    exit: ExitCode.Unavailable,
    status,
    traceId: attempted.traceId,
    retryable: true,
    hint: 'Something between here and the service may have answered: a gateway, a proxy, the login page of a network.',
    cause,
  })
}
