import {Connections} from './client/undici.ts'
import {KeptSessions} from './profile/memory-session.ts'
import {type Paths} from './profile/paths.ts'
import {type Embedded} from '../sandbox/embedded.ts'

/** What runs in one process share on the way to services: connections that stand, sessions that are stored nowhere, the sandbox. */
export class Network {
  readonly sessions = new KeptSessions()
  #sandbox: Promise<Embedded> | undefined
  #connections: Connections | undefined
  #toSandbox: Connections | undefined

  /** The sandbox inside this process; opened when it is asked for first. */
  sandbox(paths: Paths): Promise<Embedded> {
    this.#sandbox ??= openSandbox(paths).catch((error: unknown) => {
      this.#sandbox = undefined
      throw error
    })
    return this.#sandbox
  }

  /** The way to services, or to the sandbox in their place. */
  connections(sandbox?: Embedded): Connections {
    if (sandbox === undefined) return (this.#connections ??= new Connections(process.env))
    return (this.#toSandbox ??= new Connections(process.env, sandbox.dispatcher))
  }

  /** The sandbox does meanwhile what becomes due, where it is in this process. */
  async attend(): Promise<void> {
    await (await this.#sandbox)?.attend()
  }

  async close(): Promise<void> {
    await this.#connections?.close()
    await (await this.#sandbox?.catch(() => undefined))?.close()
  }
}

async function openSandbox(paths: Paths): Promise<Embedded> {
  const {openEmbedded} = await import('../sandbox/embedded.ts')
  return openEmbedded(paths)
}
