import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {readBody, required, uuid} from '../fields.ts'
import {listCollection, mapItems} from '../lists.ts'
import {policyChoices, policyOf} from '../password-policies.ts'
import {passwordPolicies} from '../records.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type AccountRequest = FastifyRequest<{Params: {account: string}}>
type ListRequest = FastifyRequest<{Querystring: {include?: string | string[]}}>

/** The identity service: what the passwords of an account's users must be like. */
export function identityPasswordPolicies(app: FastifyInstance, {store}: Sandbox): void {
  const policies = store.collection(passwordPolicies)
  const choices = store.collection(policyChoices)

  app.get('/identity/passwords/policies', (request: ListRequest) => {
    const withRules = [request.query.include].flat().includes('rules')
    return mapItems(listCollection(request, policies), ({rules, ...policy}) => ({...policy, ...(withRules && {rules})}))
  })

  app.get('/identity/accounts/:account/password_policy', (request: AccountRequest) => {
    const policy = policyOf(store, request.caller.mustSee(request.params.account).uuid)
    if (!policy) throw notFound('The password policy')
    return policy
  })

  app.put('/identity/accounts/:account/password_policy', (request: AccountRequest) => {
    const {uuid: account} = request.caller.mustSee(request.params.account)
    const body = readBody(request, {uuid: required(uuid())})
    const policy = policies.get(body.uuid)
    if (!policy) throw notFound(`Password policy ${body.uuid}`)
    choices.put({account_uuid: account, policy_uuid: policy.uuid})
    return policy
  })

  app.delete('/identity/accounts/:account/password_policy', (request: AccountRequest, reply) => {
    choices.delete(request.caller.mustSee(request.params.account).uuid)
    return reply.code(204).send()
  })
}
