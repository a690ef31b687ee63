import formbody from '@fastify/formbody'
import {type FastifyInstance} from 'fastify'
import {badRequest} from './refusal.ts'

/** JSON and form bodies. An empty body is none, whatever its Content-Type says: clients send the header on each call. */
export function acceptBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', {parseAs: 'string'}, (_request, text, done) => {
    try {
      done(null, parseJson(String(text)))
    } catch (error) {
      done(error as Error)
    }
  })
  void app.register(formbody)
  app.addContentTypeParser('*', {parseAs: 'string'}, (_request, text, done) => {
    if (text.length === 0) done(null)
    else done(badRequest('The body must be JSON, with Content-Type: application/json.'))
  })
}

function parseJson(text: string): unknown {
  if (text === '') return undefined
  const value = parsed(text)
  if (typeof value !== 'object') throw badRequest('The body must be a JSON object or array.')
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw badRequest(`The body is not valid JSON: ${(error as Error).message}`)
  }
}
