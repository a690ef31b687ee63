import formbody from '@fastify/formbody'
import {type FastifyInstance} from 'fastify'
import {badRequest} from './refusal.ts'
import {type Sandbox} from './sandbox.ts'

/**
 * JSON and form bodies; of a multipart body the stream, to be read with `readForm`. An empty body is none, whatever its
 * Content-Type says: clients send the header on each call. A lenient sandbox takes text in place of JSON as it is.
 */
export function acceptBodies(app: FastifyInstance, {lenient}: Pick<Sandbox, 'lenient'>): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', {parseAs: 'string'}, (_request, text, done) => {
    try {
      done(null, parseJson(String(text), lenient))
    } catch (error) {
      done(error as Error)
    }
  })
  void app.register(formbody)
  app.addContentTypeParser('multipart/form-data', (_request, stream, done) => done(null, stream))
  app.addContentTypeParser('*', {parseAs: 'string'}, (_request, text, done) => {
    if (text.length === 0) done(null)
    else done(badRequest('The body must be JSON, with Content-Type: application/json.'))
  })
}

function parseJson(text: string, lenient: boolean): unknown {
  if (text === '') return undefined
  const value = parsed(text, lenient)
  if (typeof value !== 'object' && !lenient) throw badRequest('The body must be a JSON object or array.')
  return value
}

function parsed(text: string, lenient: boolean): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (lenient) return text
    throw badRequest(`The body is not valid JSON: ${(error as Error).message}`)
  }
}
