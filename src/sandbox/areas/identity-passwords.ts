import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {readBody, required, string} from '../fields.ts'
import {checkPassword} from '../password-policies.ts'
import {findPasswordToken, passwordTokens, sendPasswordToken} from '../password-tokens.ts'
import {passwordMatches, setPassword} from '../passwords.ts'
import {type Identity} from '../records.ts'
import {badRequest, notFound, unauthorized} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {userByEmail, userView} from '../users.ts'

type TokenRequest = FastifyRequest<{Params: {token: string}}>

/** Whoever is signed in may use these: what they do is allowed by a password, or by a token from the user's mail. */
const open = {config: {permission: false}} as const

/** The identity service: passwords, and tokens to set them anew. */
export function identityPasswords(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox

  const mustFind = (request: FastifyRequest, email: string): Identity => {
    const user = userByEmail(store, email)
    if (!user || !request.caller.sees(user.account_uuid)) throw notFound(`User ${email}`)
    return user
  }

  app.post('/identity/users/login', open, (request) => {
    const {email, password} = readBody(request, {email: required(string()), password: required(string())})
    const user = userByEmail(store, email)
    if (user?.status !== 'Active' || !passwordMatches(store, user.uuid, password)) {
      throw unauthorized('The e-mail address or the password is wrong.')
    }
    return {user_uuid: user.uuid, ...userView(user)}
  })

  app.post('/identity/users/change_password', open, (request, reply) => {
    const body = readBody(request, {
      email: required(string()),
      old_data: required(string()),
      new_data: required(string()),
    })
    const user = mustFind(request, body.email)
    if (user.uuid !== request.caller.user.uuid) request.caller.mustBeAllowed('update', 'identity', user.account_uuid)
    if (!passwordMatches(store, user.uuid, body.old_data)) throw wrongField('old_data', 'is not the present password')
    checkPassword(store, user.account_uuid, body.new_data, 'new_data')
    setPassword(store, user.uuid, body.new_data)
    return reply.code(204).send()
  })

  app.post('/identity/users/password-tokens', open, (request, reply) => {
    const {email} = readBody(request, {email: required(string())})
    const user = mustFind(request, email)
    sendPasswordToken(sandbox, user)
    return reply.accepted(`/identity/users/${user.uuid}/password-tokens`)
  })

  app.get('/identity/users/password-tokens/:token', (request: TokenRequest) => {
    const {email, live} = findPasswordToken(sandbox, request.params.token)
    return {email: live ? email : null}
  })

  app.put('/identity/users/password-tokens/:token', open, (request: TokenRequest, reply) => {
    const {email, password} = readBody(request, {email: string(), password: required(string())})
    const {user_uuid: user} = store.transaction(() => {
      const token = findPasswordToken(sandbox, request.params.token)
      if (!token.live) throw notFound('The password token')
      if (email !== undefined && email !== token.email) throw wrongField('email', 'is not the one of the token')
      checkPassword(store, token.account_uuid, password, 'password')
      setPassword(store, token.user_uuid, password)
      store.collection(passwordTokens).delete(token.token)
      return token
    })
    return reply.accepted(`/identity/identities/${user}`)
  })
}

function wrongField(field: string, message: string) {
  return badRequest('Some fields of the request are not valid.', [{field, message}])
}
