import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type JsonObject} from '../../lib/client/wire.ts'
import {emailAddress} from '../contact-fields.ts'
import {readBody, string} from '../fields.ts'
import {phoneNumber} from '../phone-numbers.ts'
import {given} from '../record-fields.ts'
import {identities} from '../records.ts'
import {badRequest} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type AliasRequest = FastifyRequest<{Params: {user: string; did: string}}>

const aliasFields = {nickname: string({min: 1}), email: emailAddress(), sms: phoneNumber()}

/** The identity service: other names and addresses of users. */
export function identityAliases(app: FastifyInstance, {store}: Sandbox): void {
  app.post('/identity/identities/:user/aliases', (request: AliasRequest, reply) => {
    const {uuid} = request.caller.mustSeeUser(request.params.user)
    const alias = given(readBody(request, aliasFields))
    if (Object.keys(alias).length === 0) throw badRequest('An alias has a nickname, an e-mail address or a number.')
    store.collection(identities).update(uuid, (user) => ({...user, aliases: [...user.aliases, alias]}))
    return reply.code(201).send()
  })

  app.put('/identity/identities/:user/aliases/:did', (request: AliasRequest, reply) => {
    const {uuid} = request.caller.mustSeeUser(request.params.user)
    const {did} = request.params
    const checked = phoneNumber()(did)
    if ('problem' in checked) throw badRequest('The alias is no number.', [{field: 'did', message: checked.problem}])
    store.collection(identities).update(uuid, (user) => ({...user, aliases: withNumber(user.aliases, did)}))
    return reply.accepted(`/identity/identities/${uuid}`)
  })
}

/** The number takes the place of the one that is there; a user without any alias gets one. */
function withNumber(aliases: readonly JsonObject[], did: string): JsonObject[] {
  if (aliases.length === 0) return [{sms: did}]
  const place = Math.max(
    aliases.findIndex((alias) => alias['sms'] !== undefined),
    0,
  )
  return aliases.map((alias, index) => (index === place ? {...alias, sms: did} : alias))
}
