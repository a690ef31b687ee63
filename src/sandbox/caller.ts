import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {accountsBelow, isWithin} from './account-tree.ts'
import {type Action, resourceTypeOf} from './auth/catalogue.ts'
import {type Scopes, scopesOf} from './auth/scopes.ts'
import {type Account, accounts, identities, type Identity} from './records.ts'
import {forbidden, notFound, type Refusal, unauthorized} from './refusal.ts'
import {type Sandbox} from './sandbox.ts'
import {type Store} from './store.ts'
import {type AccessToken, acceptedToken} from './tokens.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends the request. Not to be asked for on routes without bearer token. */
    caller: Caller
  }
  interface FastifyContextConfig {
    /** `none`: the route needs no bearer token; `murano`: one of Murano in its place. */
    auth?: 'none' | 'murano'
    /**
     * `false`: everybody who is signed in may use the route. Left out, it needs the permission for the resource type that
     * its path begins with and the action that its method stands for; another action can be named.
     */
    permission?: false | Action
  }
}

/** What a request needs its sender to be permitted, e.g. `sms.create`. */
interface Need {
  type: string
  action: Action
}

/** The user of the token: what they see and what they may do. */
export class Caller {
  readonly user: Identity
  readonly account: Account
  readonly token: AccessToken
  readonly #store: Store
  readonly #needed: Need | undefined
  readonly #scopes = new Map<string, Scopes>()

  /** `needed`: what the request needs. Throws a 403 that names it, when the user holds it over nothing at all. */
  constructor(store: Store, token: AccessToken, needed?: Need) {
    const user = store.collection(identities).get(token.user_uuid)
    const account = user && store.collection(accounts).get(user.account_uuid)
    if (!account || user.status !== 'Active') throw unauthorized('The user of the access token is not active.')
    this.user = user
    this.account = account
    this.token = token
    this.#store = store
    this.#needed = needed
    if (needed && !this.#holds(needed)) throw missing(needed)
  }

  /** The account, when it is one that the caller sees; else as `mustReach` says. */
  mustSee(accountUuid: string): Account {
    this.mustReach(accountUuid, `Account ${accountUuid}`)
    const account = this.#store.collection(accounts).get(accountUuid)
    if (!account) throw notFound(`Account ${accountUuid}`)
    return account
  }

  /** The user, when their account is one that the caller sees; else as `mustReach` says. */
  mustSeeUser(userUuid: string): Identity {
    const user = this.#store.collection(identities).get(userUuid)
    if (!user) throw notFound(`User ${userUuid}`)
    this.mustReach(user.account_uuid, `User ${userUuid}`)
    return user
  }

  seesUser(userUuid: string): boolean {
    const user = this.#store.collection(identities).get(userUuid)
    return user !== undefined && this.sees(user.account_uuid)
  }

  /**
   * Something of an account, named in `what` as in `Group 1234`, does not exist for the caller (404) unless they see the
   * account; for one of their own accounts that what the request needs does not extend to, a 403 names the permission.
   */
  mustReach(accountUuid: string, what: string): void {
    if (this.sees(accountUuid)) return
    if (this.#needed && isWithin(this.#store, accountUuid, [this.account.uuid])) throw missing(this.#needed)
    throw notFound(what)
  }

  /** Whether the account is among those, and below those, that what the request needs extends to; their own if it needs nothing. */
  sees(accountUuid: string): boolean {
    return isWithin(this.#store, accountUuid, this.#tops())
  }

  /** The uuids of all accounts that the caller sees. */
  visibleAccounts(): string[] {
    return [...new Set(this.#tops().flatMap((uuid) => [uuid, ...accountsBelow(this.#store, uuid)]))]
  }

  /** Throws a 403 that names the permission, e.g. `sms.create`, unless the caller holds it: over the account, if one is given. */
  mustBeAllowed(action: Action, area: string, accountUuid?: string): void {
    const needed = permissionFor(area, action)
    if (needed && !this.isAllowed(action, area, accountUuid)) throw missing(needed)
  }

  /** Whether the caller holds the permission: over the account, if one is given. */
  isAllowed(action: Action, area: string, accountUuid?: string): boolean {
    const needed = permissionFor(area, action)
    if (!needed) return true
    if (accountUuid === undefined) return this.#holds(needed)
    return isWithin(this.#store, accountUuid, this.#scopesOf(needed).accounts)
  }

  #tops(): string[] {
    return this.#needed ? this.#scopesOf(this.#needed).accounts : [this.account.uuid]
  }

  #holds(needed: Need): boolean {
    const {accounts: tops, resources} = this.#scopesOf(needed)
    return tops.length + resources.length > 0
  }

  #scopesOf({type, action}: Need): Scopes {
    const name = `${type}.${action}`
    const scopes = this.#scopes.get(name) ?? scopesOf(this.#store, this.user.uuid, type, action)
    this.#scopes.set(name, scopes)
    return scopes
  }
}

function missing({type, action}: Need): Refusal {
  return forbidden(`The permission ${type}.${action} is missing.`)
}

/** The permission for an action in the area whose paths begin with that segment; undefined where there is none. */
function permissionFor(area: string, action: Action): Need | undefined {
  const type = resourceTypeOf(area)
  return type === undefined ? undefined : {type, action}
}

/** A HEAD needs none: it asks how far something is. */
const actionsOf: Readonly<Record<string, Action>> = {
  GET: 'read',
  POST: 'create',
  PUT: 'update',
  PATCH: 'update',
  DELETE: 'delete',
}

/** What a request needs, by its path, its method and what its route says. */
function neededBy(request: FastifyRequest): Need | undefined {
  const {permission = actionsOf[request.method]} = request.routeOptions.config
  const area = request.url.split('/')[1]?.split('?')[0] ?? ''
  return permission === undefined || permission === false ? undefined : permissionFor(area, permission)
}

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
    if (request.is404 || request.routeOptions.config.auth !== undefined) return
    const token = acceptedToken(sandbox, bearerOf(request))
    callers.set(request, new Caller(sandbox.store, token, neededBy(request)))
  })
}

function bearerOf(request: FastifyRequest): string {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw unauthorized('The request has no access token.')
  return token
}
