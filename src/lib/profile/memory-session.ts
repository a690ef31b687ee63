import {type TokenReply} from '../client/credentials.ts'
import {needsRenewal, sessionFrom} from './grants.ts'
import {type Session} from './secrets.ts'
import {type TokenSource} from './session.ts'

/** A session that lives as long as this process: begun at the first need, begun anew when it ends. */
export class MemorySession implements TokenSource {
  readonly #begin: () => Promise<TokenReply>
  #session: Promise<Session> | undefined

  constructor(begin: () => Promise<TokenReply>) {
    this.#begin = begin
  }

  async accessToken(): Promise<string> {
    const session = await this.#current()
    return needsRenewal(session, Date.now()) ? this.renew(session.access_token) : session.access_token
  }

  async renew(refused: string): Promise<string> {
    const current = this.#current()
    const session = await current
    if (session.access_token !== refused) return session.access_token
    // Another call may have begun it anew in the meantime.
    if (this.#session === current) this.#session = undefined
    return (await this.#current()).access_token
  }

  #current(): Promise<Session> {
    this.#session ??= this.#start()
    return this.#session
  }

  async #start(): Promise<Session> {
    try {
      return sessionFrom(await this.#begin(), {grant: 'token', origins: []}, Date.now())
    } catch (error) {
      this.#session = undefined
      throw error
    }
  }
}
