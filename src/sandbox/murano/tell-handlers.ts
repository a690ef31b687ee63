import {type FastifyInstance} from 'fastify'
import {type Sandbox} from '../sandbox.ts'
import {runHandlers} from './events.ts'
import {isForApplications, isForDevices, isForMurano} from './paths.ts'

/** Handlers have run, when whoever set them off has the reply. */
export function tellHandlers(app: FastifyInstance, sandbox: Sandbox): void {
  app.addHook('onSend', async (request, _reply, payload) => {
    if ([isForMurano, isForDevices, isForApplications].some((isMeant) => isMeant(request.url)))
      await runHandlers(sandbox)
    return payload
  })
}
