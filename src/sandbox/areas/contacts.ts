import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type Contact} from '../../lib/contacts/contact.ts'
import {beginsWith, contacts as contactRecords, readContact} from '../contacts.ts'
import {listArray, listCollection} from '../lists.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type UserRequest = FastifyRequest<{Params: {user: string}; Querystring: {search?: string}}>
type ContactRequest = FastifyRequest<{Params: {contact: string}}>

/** The contact service: users' address books. */
export function contacts(app: FastifyInstance, {store}: Sandbox): void {
  const records = store.collection(contactRecords)

  const mustSee = (request: ContactRequest): Contact => {
    const {contact: uuid} = request.params
    const contact = records.get(uuid)
    if (!contact || !request.caller.seesUser(contact.user_uuid)) throw notFound(`Contact ${uuid}`)
    return contact
  }

  app.get('/contacts/users/:user/contacts', (request: UserRequest) => {
    const {uuid: user_uuid} = request.caller.mustSeeUser(request.params.user)
    const {search = ''} = request.query
    if (search === '') return listCollection(request, records, {where: {user_uuid}})
    const found = records.find({where: {user_uuid}}).filter((contact) => beginsWith(contact, search))
    return listArray(request, found)
  })

  app.post('/contacts/users/:user/contacts', (request: UserRequest, reply) => {
    const {uuid: user_uuid} = request.caller.mustSeeUser(request.params.user)
    return reply.code(201).send(records.put({...readContact(request), uuid: randomUUID(), user_uuid}))
  })

  app.get('/contacts/contacts/:contact', (request: ContactRequest) => mustSee(request))

  app.put('/contacts/contacts/:contact', (request: ContactRequest) => {
    const content = readContact(request)
    return store.transaction(() => {
      const {uuid, user_uuid} = mustSee(request)
      return records.put({...content, uuid, user_uuid})
    })
  })

  app.delete('/contacts/contacts/:contact', (request: ContactRequest, reply) => {
    store.transaction(() => records.delete(mustSee(request).uuid))
    return reply.code(204).send()
  })
}
