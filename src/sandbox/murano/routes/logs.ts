import {setTimeout as delay} from 'node:timers/promises'
import {Readable} from 'node:stream'
import {type WebSocket} from '@fastify/websocket'
import {type FastifyInstance, type FastifyReply, type FastifyRequest} from 'fastify'
import {pagingOf} from '../../lists.ts'
import {errorBody, Refusal} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {closingOf} from '../closing.ts'
import {logFilter} from '../log-filter.ts'
import {linesOf, type LogLine, logView} from '../logs.ts'
import {api, withToken} from './route.ts'

type LogRequest = FastifyRequest<{Params: {sid: string}; Querystring: Record<string, string | undefined>}>

const pause = 50

/** The log of a solution: newest first, or what is written from then on, as a stream or over a websocket. */
export function logRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const closing = closingOf(app)

  const handler = (request: LogRequest, reply: FastifyReply) => {
    const {id} = request.member.mustReachSolution(request.params.sid)
    const {polling, query} = request.query
    const passes = logFilter(query)
    if (polling === 'true') {
      const lines = Readable.from(newLines(sandbox, id, passes, closing))
      return reply.type('application/json; charset=utf-8').send(lines)
    }
    const lines = linesOf(store, id).filter(passes).reverse()
    const {offset, limit} = pagingOf(request, {unasked: 100, most: 1000})
    return {items: lines.slice(offset, offset + limit).map(logView), total: lines.length}
  }
  const wsHandler = (socket: WebSocket, request: LogRequest) => tell(socket, request, sandbox, closing)
  app.route({method: 'GET', url: `${api}/solution/:sid/logs`, ...withToken, handler, wsHandler})
}

/** A message for each line; one that says what is wrong with the request, before the end. */
async function tell(socket: WebSocket, request: LogRequest, sandbox: Sandbox, closing: AbortSignal): Promise<void> {
  const closed = new AbortController()
  socket.once('close', () => closed.abort())
  try {
    const {id} = request.member.mustReachSolution(request.params.sid)
    const passes = logFilter(request.query['query'])
    const over = AbortSignal.any([closing, closed.signal])
    for await (const text of newLines(sandbox, id, passes, over)) if (text !== '') socket.send(text)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    socket.send(JSON.stringify(errorBody(request, error)))
  }
  socket.close()
}

/** Objects one behind the other, with nothing between them, for as long as somebody reads. */
async function* newLines(
  {store}: Sandbox,
  solutionId: string,
  passes: (line: LogLine) => boolean,
  closing: AbortSignal,
): AsyncGenerator<string> {
  const told = new Set(linesOf(store, solutionId).map(({tracking_id}) => tracking_id))
  // The reply begins before there is anything to say.
  yield ''
  while (!closing.aborted) {
    for (const line of linesOf(store, solutionId).filter(({tracking_id}) => !told.has(tracking_id))) {
      told.add(line.tracking_id)
      if (passes(line)) yield JSON.stringify(logView(line))
    }
    await delay(pause, undefined, {signal: closing}).catch(() => undefined)
  }
}
