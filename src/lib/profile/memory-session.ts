import {type TokenReply} from '../client/credentials.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {needsRenewal, sessionFrom} from './grants.ts'
import {type Session} from './secrets.ts'
import {type TokenSource} from './session.ts'

/** Where a session is kept while this process lives. */
export interface Kept {
  session?: Promise<Session> | undefined
}

/** Sessions that several runs in this process go on with, by what they were begun with. */
export class KeptSessions {
  readonly #kept = new Map<string, Kept>()

  of(...begunWith: readonly (string | undefined)[]): Kept {
    const key = JSON.stringify(begunWith.map((part) => part ?? null))
    const kept = this.#kept.get(key) ?? {}
    this.#kept.set(key, kept)
    return kept
  }
}

/** A session that lives as long as this process: begun at the first need, begun anew when it ends. */
export class MemorySession implements TokenSource {
  readonly #begin: () => Promise<TokenReply>
  readonly #kept: Kept

  constructor(begin: () => Promise<TokenReply>, kept: Kept = {}) {
    this.#begin = begin
    this.#kept = kept
  }

  async accessToken(): Promise<string> {
    const session = await this.#current()
    return needsRenewal(session, Date.now()) ? this.renew(session.access_token) : session.access_token
  }

  async renew(refused: string): Promise<string> {
    const begun = this.#kept.session
    const session = await this.#current()
    if (session.access_token !== refused) return session.access_token
    // Another call may have begun it anew in the meantime.
    if (this.#kept.session === begun) this.#kept.session = undefined
    return (await this.#current()).access_token
  }

  #current(): Promise<Session> {
    const begun = this.#kept.session
    if (begun === undefined) return (this.#kept.session = this.#start())
    // Another run may have begun it, and have been interrupted: this one was not.
    return begun.catch((error: unknown) => {
      if (error instanceof CliError && error.exit === ExitCode.Interrupted) return this.#current()
      throw error
    })
  }

  async #start(): Promise<Session> {
    try {
      return sessionFrom(await this.#begin(), {grant: 'token', origins: []}, Date.now())
    } catch (error) {
      this.#kept.session = undefined
      throw error
    }
  }
}
