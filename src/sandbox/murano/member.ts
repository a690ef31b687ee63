import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {forbidden, notFound, unauthorized} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'
import {
  type Business,
  businesses,
  type MemberRole,
  memberRoles,
  memberships,
  type Solution,
  solutions,
} from './records.ts'
import {tokenOf} from './tokens.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends a request to Murano. Not to be asked for on routes that need no token of Murano. */
    member: Member
  }
}

/** Somebody with a token, and what they may do: who looks needs to be a guest of the business, who changes something a member. */
export class Member {
  readonly email: string
  readonly #store: Store
  readonly #needed: MemberRole

  constructor(store: Store, email: string, needed: MemberRole) {
    this.email = email
    this.#store = store
    this.#needed = needed
  }

  /** The business, or 404; a 403 where the role in it is less than the request needs, or than `least`. */
  mustReach(bizid: string, least: MemberRole = this.#needed): Business {
    const business = this.#store.collection(businesses).get(bizid)
    if (!business) throw notFound(`Business ${bizid}`)
    this.#mustBe(least, bizid)
    return business
  }

  /** A solution by its id, or 404; a 403 as `mustReach` has it. */
  mustReachSolution(id: string): Solution {
    const solution = this.#store.collection(solutions).get(id)
    if (!solution) throw notFound(`Solution ${id}`)
    this.#mustBe(this.#needed, solution.bizid)
    return solution
  }

  /** The same for a product: an application is none. */
  mustReachProduct(id: string): Solution {
    const solution = this.mustReachSolution(id)
    if (solution.type !== 'product') throw notFound(`Product ${id}`)
    return solution
  }

  #mustBe(least: MemberRole, bizid: string): void {
    const role = this.#store.collection(memberships).get(`${bizid}:${this.email}`)?.role
    if (role === undefined) throw forbidden('You are no member of this business.')
    if (memberRoles.indexOf(role) < memberRoles.indexOf(least)) throw forbidden(`This needs the role ${least}.`)
  }
}

/** Checks the token of requests to Murano. */
export function requireMuranoToken(app: FastifyInstance, sandbox: Sandbox): void {
  const members = new WeakMap<FastifyRequest, Member>()
  app.decorateRequest('member', {
    getter(this: FastifyRequest) {
      const member = members.get(this)
      if (!member) throw new Error('This route has no member: it needs no token of Murano.')
      return member
    },
  })
  app.addHook('onRequest', async (request) => {
    if (request.is404 || request.routeOptions.config.auth !== 'murano') return
    const [, sent] = /^token (\S+)$/i.exec(request.headers.authorization ?? '') ?? []
    // Who opens a websocket may have no way to send headers.
    const token = sent ?? (request.ws ? (request.query as {token?: string}).token : undefined)
    if (token === undefined) throw unauthorized('The request has no token: Authorization: token TOKEN')
    const found = tokenOf(sandbox, token)
    // As the platform does it: a stale token is told by a 403, too.
    if (!found) throw forbidden('The token is not valid.')
    const looks = request.method === 'GET' || request.method === 'HEAD'
    members.set(request, new Member(sandbox.store, found.email, looks ? 'guest' : 'member'))
  })
}
