import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {platforms} from '../../lib/mobile/registration.ts'
import {listOf, object, oneOf, readBody, readFields, required, string, uuid} from '../fields.ts'
import {listCollection, mapItems} from '../lists.ts'
import {putIntoOutbox} from '../outbox.ts'
import {pushRegistrations, registerDevice, registrationId, registrationView} from '../push-registrations.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type TokenRequest = FastifyRequest<{Params: {token: string}; Querystring: Record<string, string>}>

/** The mobile notification service: users' devices, and notifications for them, which land in the outbox. */
export function mobile(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const registrations = store.collection(pushRegistrations)

  app.get('/mobilenotification/registration', (request: TokenRequest) => {
    const {user_uuid} = readFields(request.query, {user_uuid: required(uuid())})
    request.caller.mustSeeUser(user_uuid)
    return mapItems(listCollection(request, registrations, {where: {user_uuid}}), registrationView)
  })

  app.post('/mobilenotification/registration', (request, reply) => {
    const registration = readBody(request, {
      user_uuid: required(uuid()),
      device_id: required(string()),
      push_token: required(string()),
      application: required(string()),
      platform: required(oneOf(platforms)),
    })
    request.caller.mustSeeUser(registration.user_uuid)
    registerDevice(store, registration)
    return reply.code(201).send(registration)
  })

  app.delete('/mobilenotification/registration/:token', (request: TokenRequest, reply) =>
    store.transaction(() => {
      const registration = registrations.get(registrationId(request.params.token))
      if (!registration) throw notFound('The registration')
      request.caller.mustSeeUser(registration.user_uuid)
      registrations.delete(registration.id)
      return reply.code(202).send()
    }),
  )

  app.post('/mobilenotification/notification', (request) => {
    const wanted = readBody(request, {
      application: required(string()),
      user_uuid: required(uuid()),
      device_ids: required(listOf(string())),
      title: string(),
      message: string(),
      data: object(),
      platform_specific_data: object(),
    })
    request.caller.mustSeeUser(wanted.user_uuid)
    const {uuid: id, ...notification} = {uuid: randomUUID(), ...wanted}
    const {title, message, data, platform_specific_data} = notification
    putIntoOutbox(sandbox, {
      uuid: id,
      channel: 'push',
      from: notification.application,
      to: notification.device_ids,
      ...(title !== undefined && {subject: title}),
      content: message === undefined ? [] : [{type: 'text', body: message}],
      ...((data ?? platform_specific_data) && {
        data: {...data, ...(platform_specific_data && {platform_specific_data})},
      }),
      sent_by: request.caller.user.uuid,
    })
    return {uuid: id, ...notification}
  })
}
