import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {accountsBelow} from './account-tree.ts'
import {type Account, accounts, identities, type Identity} from './records.ts'
import {forbidden, notFound, unauthorized} from './refusal.ts'
import {type Sandbox} from './sandbox.ts'
import {type Store} from './store.ts'
import {type AccessToken, acceptedToken} from './tokens.ts'
import {isAdministrator} from './user-groups.ts'

export type Action = 'read' | 'create' | 'update' | 'delete'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends the request. Not to be asked for on routes without bearer token. */
    caller: Caller
  }
  interface FastifyContextConfig {
    /** `none`: the route needs no bearer token. */
    auth?: 'none'
    /** `false`: everybody who is signed in may use the route. Left out, changes need `AREA.ACTION`, by path and method. */
    permission?: false
  }
}

/** The user of the token: what they see and what they may do. */
export class Caller {
  readonly user: Identity
  readonly account: Account
  readonly token: AccessToken
  readonly #store: Store

  constructor(store: Store, token: AccessToken) {
    const user = store.collection(identities).get(token.user_uuid)
    const account = user && store.collection(accounts).get(user.account_uuid)
    if (!account || user.status !== 'Active') throw unauthorized('The user of the access token is not active.')
    this.user = user
    this.account = account
    this.token = token
    this.#store = store
  }

  /** The account, when it is the caller's own or below it; else it does not exist for them (404). */
  mustSee(accountUuid: string): Account {
    const account = this.#store.collection(accounts).get(accountUuid)
    if (!account || !this.sees(accountUuid)) throw notFound(`Account ${accountUuid}`)
    return account
  }

  /** The user, when their account is one that the caller sees (else 404). */
  mustSeeUser(userUuid: string): Identity {
    const user = this.#store.collection(identities).get(userUuid)
    if (!user || !this.sees(user.account_uuid)) throw notFound(`User ${userUuid}`)
    return user
  }

  seesUser(userUuid: string): boolean {
    const user = this.#store.collection(identities).get(userUuid)
    return user !== undefined && this.sees(user.account_uuid)
  }

  sees(accountUuid: string): boolean {
    let uuid: string | undefined = accountUuid
    while (uuid !== undefined && uuid !== this.account.uuid) {
      uuid = this.#store.collection(accounts).get(uuid)?.parent_uuid
    }
    return uuid !== undefined
  }

  /** The uuids of the caller's account and of all below it. */
  visibleAccounts(): string[] {
    return [this.account.uuid, ...accountsBelow(this.#store, this.account.uuid)]
  }

  /** Throws a 403 that names the missing permission, e.g. `sms.create`. */
  mustBeAllowed(action: Action, area: string): void {
    if (action === 'read' || isAdministrator(this.#store, this.user.uuid)) return
    throw forbidden(`The permission ${area}.${action} is missing.`)
  }
}

const actions: Readonly<Record<string, Action>> = {POST: 'create', PUT: 'update', PATCH: 'update', DELETE: 'delete'}

/** Checks the bearer token of each request, and the permission that its route needs. */
export function requireBearer(app: FastifyInstance, sandbox: Sandbox): void {
  const callers = new WeakMap<FastifyRequest, Caller>()
  app.decorateRequest('caller', {
    getter(this: FastifyRequest) {
      const caller = callers.get(this)
      if (!caller) throw new Error('This route has no caller: it needs no token.')
      return caller
    },
  })
  app.addHook('onRequest', async (request) => {
    const {auth, permission} = request.routeOptions.config
    if (request.is404 || auth === 'none') return
    const caller = new Caller(sandbox.store, acceptedToken(sandbox, bearerOf(request)))
    callers.set(request, caller)
    const area = request.url.split('/')[1]?.split('?')[0] ?? ''
    if (permission !== false) caller.mustBeAllowed(actions[request.method] ?? 'read', area)
  })
}

function bearerOf(request: FastifyRequest): string {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw unauthorized('The request has no access token.')
  return token
}
