import {setMaxListeners} from 'node:events'
import {type FastifyInstance} from 'fastify'

/** Aborted when the application is closed: nobody waits for a change any longer. */
export function closingOf(app: FastifyInstance): AbortSignal {
  const closing = new AbortController()
  setMaxListeners(0, closing.signal)
  app.addHook('preClose', async () => closing.abort())
  return closing.signal
}
