import {type FastifyInstance, type FastifyReply} from 'fastify'
import {type JsonValue} from '../lib/client/wire.ts'
import {addressOf, pathOf} from './address.ts'
import {type CollectionSpec} from './collection.ts'
import {Refusal} from './refusal.ts'
import {type Sandbox} from './sandbox.ts'

/** How something asynchronous ends: `gone` for a deletion, after which its location is not found. */
export type Outcome = 'complete' | 'failure' | 'gone'

declare module 'fastify' {
  interface FastifyReply {
    /**
     * Answers 202: the effect is there already, and `location` (the path of the resource) tells a poll so. The first
     * HEAD says `processing`, the next ones how it ended.
     */
    accepted(location: string, options?: {body?: JsonValue | object; outcome?: Outcome}): FastifyReply
  }
}

interface PendingResource {
  path: string
  outcome: Outcome
  polled: boolean
}

const pendingResources: CollectionSpec<PendingResource> = {name: 'pending_resources', id: 'path', indexes: []}

/** Replies with 202, and polls of the locations that they name. */
export function answerPolls(app: FastifyInstance, {store}: Sandbox): void {
  app.decorateReply('accepted', function (this: FastifyReply, location, {body, outcome = 'complete'} = {}) {
    store.collection(pendingResources).put({path: location, outcome, polled: false})
    return this.code(202).header('location', addressOf(this.request, location)).send(body)
  })

  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'HEAD') return
    const resources = store.collection(pendingResources)
    const pending = resources.get(pathOf(request.url))
    if (!pending) return
    if (pending.polled && pending.outcome === 'gone') {
      // What is made there again is another resource.
      resources.delete(pending.path)
      throw new Refusal(404, 'It was deleted.')
    }
    resources.put({...pending, polled: true})
    await reply.header('x-status', pending.polled ? pending.outcome : 'processing').send()
  })

  // What nobody waits for, and is there, is complete.
  app.addHook('onSend', async (request, reply) => {
    if (request.method !== 'HEAD') return
    reply.removeHeader('content-type')
    if (reply.statusCode === 200 && !reply.hasHeader('x-status')) reply.header('x-status', 'complete')
  })

  // Some locations cannot be read, only polled.
  app.head('/*', () => {
    throw new Refusal(404, 'There is no such location.')
  })
}
