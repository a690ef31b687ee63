import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type JsonValue} from '../../lib/client/wire.ts'
import {invokeLambda} from '../lambdas/invoke.ts'
import {lambdas as lambdaRecords} from '../lambdas/lambdas.ts'
import {ScriptFailure} from '../lambdas/run-script.ts'
import {listReply, mapItems, pagingOf} from '../lists.ts'
import {badRequest, notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type LambdaRequest = FastifyRequest<{Params: {name: string}}>

/** The lambda service: functions that are run by their names. */
export function lambdas(app: FastifyInstance, {store}: Sandbox): void {
  const records = store.collection(lambdaRecords)

  app.get('/lambda/actions', (request) => {
    const paging = pagingOf(request, {offset: 'skip'})
    return mapItems(listReply(records.page({}, paging), paging), ({name}) => ({name}))
  })

  app.post('/lambda/actions/:name/invoke', (request: LambdaRequest) => {
    const {name} = request.params
    if (!records.get(name)) throw notFound(`Lambda ${name}`)
    try {
      return {body: invokeLambda(store, name, (request.body ?? {}) as JsonValue)}
    } catch (error) {
      if (error instanceof ScriptFailure) throw badRequest(`The lambda ${name} failed: ${error.message}`)
      throw error
    }
  })
}
