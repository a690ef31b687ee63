import {CliError, interruptedError, usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {AmbiguousError} from './ambiguous.ts'
import {type Upload} from './bodies.ts'
import {type Deadline} from './deadline.ts'
import {type ExchangeReport} from './exchange-report.ts'
import {maskPath} from './masking.ts'
import {type Target} from './target.ts'
import {type TransportError} from './undici.ts'
import {type HostName, type Method} from './wire.ts'

export interface Attempted {
  method: Method
  target: Target
  /** Undefined for a URL that the service gave out. */
  host: HostName | undefined
  idempotent: boolean
  traceId: string
  deadline: Deadline
  /** Name of the variable that sent the request through a proxy. */
  proxy: string | undefined
  /** How far the files of the request have been sent. */
  upload?: Upload | undefined
  /** Where it is told what becomes of it. */
  report: ExchangeReport
}

const TIMEOUTS = ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']

/** A request that cannot succeed by being repeated: the server's certificate or the request itself is wrong. */
export function isLasting(error: TransportError): boolean {
  return isCertificateProblem(error.reason) || error.reason === 'UND_ERR_INVALID_ARG'
}

/** Whether the request has not left whole, because its files had not been read to the end: then it was not carried out. */
export function isUnfinished({upload}: Pick<Attempted, 'upload'>): boolean {
  return upload !== undefined && upload.sent < upload.total
}

/** A failed exchange as an error that says what is wrong and how to find out more. */
export function networkError(error: TransportError, attempted: Attempted): CliError {
  const {deadline, idempotent, traceId} = attempted
  const open = error.sent && !idempotent && !isUnfinished(attempted)
  if (deadline.interrupted) return interruptedError(leftBehind(attempted, open))
  const unanswered = deadline.expired || TIMEOUTS.includes(error.reason)
  if (open) return lostReply(reasonText(error, attempted), attempted, error, unanswered)
  const timedOut = unanswered || isConnectTimeout(error.reason)
  if (error.reason === 'UND_ERR_INVALID_ARG') {
    return usageError(`${requestLine(attempted)} cannot be sent: ${error.message}.`, {code: 'bad-request'})
  }
  return new CliError(`${requestLine(attempted)} failed: ${reasonText(error, attempted)}.`, {
    code: timedOut ? 'timeout' : isCertificateProblem(error.reason) ? 'certificate' : 'network',
    exit: timedOut ? ExitCode.Pending : ExitCode.Unavailable,
    hint: hintFor(error, attempted),
    traceId,
    retryable: !isLasting(error),
    cause: error,
  })
}

/** What an interruption leaves at the service, as far as it is known. */
function leftBehind(attempted: Attempted, open: boolean): string | undefined {
  if (open) return `${requestLine(attempted)} had been sent and may have been carried out.`
  return isUnfinished(attempted) ? 'The upload was broken off: the service has not got the whole file.' : undefined
}

/** The request was sent, must not be sent again, and nobody knows whether it was carried out. `why` names no secret. */
export function lostReply(
  why: string,
  attempted: Pick<Attempted, 'method' | 'target' | 'traceId'>,
  cause: unknown,
  isUnderWay = false,
): AmbiguousError {
  return new AmbiguousError(`${requestLine(attempted)} may have been carried out: ${why}.`, {
    code: 'ambiguous',
    exit: ExitCode.Unavailable,
    hint: 'It was not sent a second time. Look whether it was done before you run it again.',
    traceId: attempted.traceId,
    retryable: false,
    cause,
    isUnderWay,
  })
}

/** Method and path, without what may be secret: the query, and tokens in the path. */
export function requestLine({method, target}: Pick<Attempted, 'method' | 'target'>): string {
  return `${method} ${maskPath(target.path.replace(/\?.*/s, ''))}`
}

function reasonText(error: TransportError, {target, deadline, proxy}: Attempted): string {
  const host = hostOf(target) + (proxy === undefined ? '' : ` (with ${proxy} set)`)
  const {reason} = error
  if (deadline.expired || TIMEOUTS.includes(reason))
    return `${host} did not answer within ${deadline.timeoutMs / 1000} s`
  if (isConnectTimeout(reason)) return `${host} could not be reached in time`
  if (reason === 'ENOTFOUND' || reason === 'EAI_AGAIN') return `the name of ${host} could not be resolved`
  if (reason === 'ECONNREFUSED') return `the connection to ${host} was refused`
  if (isCertificateProblem(reason)) return `the certificate of ${host} is not trusted (${reason})`
  return `the connection to ${host} broke off (${error.message})`
}

function hintFor(error: TransportError, {target, deadline}: Attempted): string {
  if (isCertificateProblem(error.reason)) return 'Name the file of your own authority in NODE_EXTRA_CA_CERTS.'
  if (isEmbedded(target)) return 'The sandbox is told to fail: commsctl sandbox faults list'
  const check = `curl -sv ${target.origin}/ -o /dev/null`
  return deadline.expired
    ? `Allow more time with --timeout, or see whether the host answers: ${check}`
    : `See whether the host answers: ${check}`
}

/** Names below localhost stand for servers inside this process: no other program reaches them. */
function isEmbedded(target: Target): boolean {
  return new URL(target.origin).hostname.endsWith('.localhost')
}

function hostOf(target: Target): string {
  return new URL(target.origin).host
}

function isConnectTimeout(reason: string): boolean {
  return reason === 'UND_ERR_CONNECT_TIMEOUT' || reason === 'ETIMEDOUT'
}

function isCertificateProblem(reason: string): boolean {
  return /CERT|ERR_TLS_|UNABLE_TO_(GET|VERIFY)/.test(reason)
}
