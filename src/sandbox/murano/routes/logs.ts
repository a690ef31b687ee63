import {setTimeout as delay} from 'node:timers/promises'
import {Readable} from 'node:stream'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {pagingOf} from '../../lists.ts'
import {type Sandbox} from '../../sandbox.ts'
import {closingOf} from '../closing.ts'
import {logFilter} from '../log-filter.ts'
import {linesOf, type LogLine, logView} from '../logs.ts'
import {api, withToken} from './route.ts'

type LogRequest = FastifyRequest<{Params: {sid: string}; Querystring: Record<string, string | undefined>}>

const pause = 50

/** The log of a solution: newest first, or as a stream of what is written from then on. */
export function logRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const closing = closingOf(app)

  app.get(`${api}/solution/:sid/logs`, withToken, (request: LogRequest, reply) => {
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
  })
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
