import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {oneOf, readBody, required, string, uuid} from '../fields.ts'
import {listWhole} from '../lists.ts'
import {badRequest, notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {properties as records} from '../user-properties.ts'

type UserRequest = FastifyRequest<{Params: {user: string}}>
type PropertyRequest = FastifyRequest<{Params: {property: string}}>

const fields = {
  context: oneOf(['user']),
  context_uuid: uuid(),
  name: required(string({max: 200})),
  value: required(string()),
  label: string(),
  description: string(),
}

/** The profile service: properties of users. */
export function profiles(app: FastifyInstance, {store}: Sandbox): void {
  const properties = store.collection(records)

  app.get('/profiles/users/:user/properties', (request: UserRequest) => {
    const {uuid: user} = request.caller.mustSeeUser(request.params.user)
    return listWhole(request, properties.find({where: {context_uuid: user}}))
  })

  app.post('/profiles/users/:user/properties', (request: UserRequest, reply) => {
    const {uuid: user} = request.caller.mustSeeUser(request.params.user)
    const {name, value, label = name, description = name} = readBody(request, fields)
    // Whatever context_uuid says: known clients send a random one.
    const property = {uuid: randomUUID(), context: 'user', context_uuid: user, name, value, label, description} as const
    return reply.code(201).send(properties.put(property))
  })

  app.put('/profiles/context/properties/:property', (request: PropertyRequest) => {
    const {name, value, label = name, description = name, context_uuid} = readBody(request, fields)
    return store.transaction(() => {
      const property = properties.get(request.params.property)
      if (!property) throw notFound(`Property ${request.params.property}`)
      const {uuid: user} = request.caller.mustSeeUser(property.context_uuid)
      if ((context_uuid ?? user) !== user) throw fixedUser()
      return properties.put({...property, name, value, label, description})
    })
  })
}

function fixedUser() {
  const problem = {field: 'context_uuid', message: 'cannot be changed'}
  return badRequest('A property stays with its user.', [problem])
}
