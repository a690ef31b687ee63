import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {emailAddress} from '../contact-fields.ts'
import {boolean, type Field, listOf, readBody, required, string} from '../fields.ts'
import {listCollection, mapItems} from '../lists.ts'
import {
  beginSetup,
  finishSetup,
  mfaPolicies,
  type MfaSource,
  mfaSources,
  type MfaType,
  mfaTypeOf,
  mfaTypes,
  sourceId,
} from '../mfa.ts'
import {phoneNumber} from '../phone-numbers.ts'
import {conflict, notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type UserRequest = FastifyRequest<{Params: {user: string}}>
type SourceRequest = FastifyRequest<{Params: {user: string; type: string}}>
type AccountRequest = FastifyRequest<{Params: {account: string}}>

/** The identity service: second factors of users, and which of them an account asks for. */
export function identityMfa(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const sources = store.collection(mfaSources)

  app.get('/identity/identities/:user/mfa', (request: UserRequest) => {
    const {uuid} = request.caller.mustSeeUser(request.params.user)
    return mapItems(listCollection(request, sources, {where: {user_uuid: uuid}}), sourceView)
  })

  app.post('/identity/identities/:user/mfa/setup/init', (request: UserRequest) => {
    const {uuid} = request.caller.mustSeeUser(request.params.user)
    const {type, source} = readBody(request, {type: required(mfaType), source: required(string())}, sourceProblems)
    if (sources.get(sourceId(uuid, type, source))) throw conflict(`The user has the ${type} source ${source} already.`)
    return {token: beginSetup(sandbox, uuid, type, source)}
  })

  app.post('/identity/identities/:user/mfa/setup/confirm', (request: UserRequest) => {
    const {uuid} = request.caller.mustSeeUser(request.params.user)
    const {token, code} = readBody(request, {token: required(string()), code: required(string())})
    return {token, ...sourceView(finishSetup(sandbox, uuid, token, code))}
  })

  app.put('/identity/identities/:user/mfa/:type', (request: SourceRequest) => {
    const {uuid} = request.caller.mustSeeUser(request.params.user)
    const {active = false, source} = readBody(request, {active: boolean(), source: required(string())})
    const type = mfaTypeOf(request.params.type)
    const changed = type && sources.update(sourceId(uuid, type, source), (record) => ({...record, active}))
    if (!changed) throw notFound(`The ${request.params.type} source ${source}`)
    return sourceView(changed)
  })

  app.delete('/identity/identities/:user/mfa/SMS', (request: UserRequest, reply) => {
    const {uuid} = request.caller.mustSeeUser(request.params.user)
    const {source} = readBody(request, {source: required(string())})
    if (!sources.delete(sourceId(uuid, 'SMS', source))) throw notFound(`The SMS source ${source}`)
    return reply.code(204).send()
  })

  app.get('/identity/accounts/:account/mfa', (request: AccountRequest) => {
    const {uuid} = request.caller.mustSee(request.params.account)
    return {required: store.collection(mfaPolicies).get(uuid)?.required ?? []}
  })

  app.put('/identity/accounts/:account/mfa', (request: AccountRequest) => {
    const {uuid} = request.caller.mustSee(request.params.account)
    const {required: kinds = []} = readBody(request, {required: listOf(mfaType)})
    store.collection(mfaPolicies).put({account_uuid: uuid, required: kinds})
    return {required: kinds}
  })
}

function sourceView({type, source, active}: MfaSource) {
  return {type, source, active}
}

const mfaType: Field<MfaType | undefined> = (value) => {
  if (value === undefined) return {value}
  const type = typeof value === 'string' ? mfaTypeOf(value) : undefined
  return type ? {value: type} : {problem: `must be one of ${mfaTypes.join(', ')}`}
}

/** Codes go by e-mail or to a phone: the source must be what its type says. */
function sourceProblems({type, source}: {type?: MfaType; source?: string}) {
  if (type === undefined) return []
  const checked = (type === 'EMAIL' ? emailAddress() : phoneNumber())(source)
  return 'problem' in checked ? [{field: 'source', message: checked.problem}] : []
}
