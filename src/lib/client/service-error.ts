import {STATUS_CODES} from 'node:http'
import {CliError, type CliErrorOptions} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {AmbiguousError} from './ambiguous.ts'
import {isSecretName, maskJson, maskText, maskValues} from './masking.ts'
import {mayHaveBeenDone} from './retry.ts'
import {describeText} from './text-reply.ts'
import {type HostName, type JsonObject, type JsonValue} from './wire.ts'

/** A reply whose status is not a success. */
export interface ErrorReply {
  status: number
  headers: Readonly<Record<string, string>>
  /** The body as it came; may be empty, HTML or broken off. */
  text: string
}

export interface ErrorContext {
  /** Undefined for a URL that the service gave out. */
  host: HostName | undefined
  idempotent: boolean
  /** The `trace` that was sent. */
  traceId: string
}

/** Any error reply of the service, or of a gateway in front of it, as one error. */
export function serviceError(given: ErrorReply, context: ErrorContext): CliError {
  // Services repeat what they were sent.
  const reply = {...given, text: maskValues(given.text)}
  const body = parseObject(reply.text)
  const open = !context.idempotent && mayHaveBeenDone({kind: 'status', status: reply.status, retryAfter: undefined})
  const options: CliErrorOptions = {
    code: open ? 'ambiguous' : (codeOf(body) ?? String(reply.status)),
    exit: exitFor(reply.status),
    status: reply.status,
    traceId: textOf(body?.['trace_id']) ?? context.traceId,
    retryable: reply.status === 429 || (reply.status >= 500 && !open),
    details: detailsOf(body, reply.status),
    hint: open
      ? 'It may have been carried out all the same: look before you run it again.'
      : hintFor(reply, context.host),
  }
  const message = messageOf(body) ?? fallbackMessage(reply)
  return open
    ? new AmbiguousError(message, {...options, isUnderWay: reply.status === 504})
    : new CliError(message, options)
}

export function isErrorStatus(status: number): boolean {
  return status >= 400
}

export function exitFor(status: number): ExitCode {
  if (status === 401) return ExitCode.NotAuthenticated
  if (status === 403) return ExitCode.NotPermitted
  if (status === 404) return ExitCode.NotFound
  if (status === 429) return ExitCode.RateLimited
  return status >= 400 && status < 500 ? ExitCode.Refused : ExitCode.Unavailable
}

function hintFor({status, headers}: ErrorReply, host: HostName | undefined): string | undefined {
  const login = host === 'murano' ? 'commsctl murano login' : 'commsctl login'
  if (status === 401) return `Log in again: ${login}`
  if (status === 403 && host === 'murano')
    return `See who you are: commsctl murano whoami. If the token has ended: ${login}`
  if (status === 403) return 'Use a profile that may do this: commsctl profiles list'
  if (status === 429) {
    const wait = headers['retry-after']
    return `Wait${wait === undefined ? '' : ` (Retry-After: ${wait})`}, then run the command again.`
  }
  return status >= 500 ? 'Try again later; the trace id is what support asks for.' : undefined
}

function messageOf(body: JsonObject | undefined): string | undefined {
  if (body === undefined) return undefined
  const {error} = body
  return (
    textOf(body['message']) ?? textOf(body['error_description']) ?? (isObject(error) ? messageOf(error) : textOf(error))
  )
}

function codeOf(body: JsonObject | undefined): string | undefined {
  const code = body?.['code']
  return typeof code === 'number' ? String(code) : (textOf(code) ?? textOf(body?.['type']))
}

/** Murano says particulars in `errors`, or in `error` beside a message. */
function detailsOf(body: JsonObject | undefined, status: number): string[] {
  const {details, errors, error, message} = body ?? {}
  const isSaid = textOf(message) === undefined || error === message || error === STATUS_CODES[status]
  return [details, errors, isSaid ? undefined : error].flatMap(detailLines)
}

function fallbackMessage({status, text}: ErrorReply): string {
  const said = describeText(maskText(text))
  const name = STATUS_CODES[status]
  return `The service answered ${status}${name === undefined ? '' : ` ${name}`}${said === '' ? '.' : `: ${said}`}`
}

/** Details come as strings or objects, alone or in a list; each becomes one line. */
function detailLines(details: JsonValue | undefined): string[] {
  if (details === undefined || details === null || details === '') return []
  return (Array.isArray(details) ? details : [details]).map((detail) =>
    isObject(detail) ? objectLine(detail) : plain(detail),
  )
}

function objectLine(detail: JsonObject): string {
  const {field, message, ...rest} = detail
  // The service may repeat what it refused.
  const shown = typeof field === 'string' && isSecretName(field) ? {} : (maskJson(rest) as JsonObject)
  const more = Object.entries(shown).map(([name, value]) => `${name}: ${plain(value)}`)
  const main = [field, message].filter((part) => part !== undefined && part !== null).map((part) => plain(part))
  if (main.length === 0) return more.join(', ')
  return main.join(': ') + (more.length === 0 ? '' : ` (${more.join(', ')})`)
}

function plain(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as JsonValue
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
