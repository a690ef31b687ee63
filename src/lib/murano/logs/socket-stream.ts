import {CliError} from '../../errors.ts'
import {ExitCode} from '../../exit-code.ts'
import {Arrivals} from '../../follow/arrivals.ts'
import {JsonObjects} from './json-objects.ts'
import {type LogLine} from './log-line.ts'

/** Lines that wait to be read: with more, the connection is given up, and what is missing read when there is a new one. */
const mostWaiting = 20_000

/** As long as a server is waited for that may have no websocket. */
const connectMs = 5_000

/** Connects to the websocket of a log; undefined where the server has none. */
export async function openSocket(url: URL, signal: AbortSignal): Promise<AsyncIterable<LogLine> | undefined> {
  // Of a CommonJS module, a bundle has the default export alone.
  const {WebSocket} = (await import('undici/lib/web/websocket/websocket.js')).default
  const socket = new WebSocket(url)
  const objects = new JsonObjects()
  const lines = new Arrivals<LogLine>(mostWaiting, () => socket.close())
  socket.addEventListener('message', ({data}) => {
    const found = typeof data === 'string' ? objects.add(data) : []
    if (found.every((line) => lines.add(line as LogLine))) return
    lines.end()
    socket.close()
  })
  const close = () => socket.close()
  signal.addEventListener('abort', close)
  socket.addEventListener('close', () => {
    signal.removeEventListener('abort', close)
    lines.end()
  })
  const isOpen = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), connectMs)
    const settle = (outcome: boolean) => () => {
      clearTimeout(timer)
      resolve(outcome)
    }
    socket.addEventListener('open', settle(true))
    socket.addEventListener('error', settle(false))
    socket.addEventListener('close', settle(false))
  })
  if (!isOpen) socket.close()
  return isOpen ? checked(lines) : undefined
}

/** Throws for the object by which the service refuses. */
async function* checked(lines: AsyncIterable<LogLine>): AsyncGenerator<LogLine> {
  for await (const line of lines) {
    const {statusCode, message} = line as LogLine & {statusCode?: number}
    if (statusCode === undefined) yield line
    else throw refusal(statusCode, message)
  }
}

function refusal(status: number, message = 'no reason given'): CliError {
  const exit = status === 401 ? ExitCode.NotAuthenticated : status < 500 ? ExitCode.Refused : ExitCode.Unavailable
  return new CliError(`The service refused the stream: ${message}`, {code: String(status), exit, status})
}
