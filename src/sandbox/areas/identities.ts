import {type FastifyInstance} from 'fastify'

/** The identity service: users of accounts. */
export function identities(app: FastifyInstance): void {
  app.get('/identity/users/me', (request) => {
    const {user} = request.caller
    return {user_uuid: user.uuid, ...user}
  })
}
