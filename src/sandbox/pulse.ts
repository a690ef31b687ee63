import {type FastifyInstance} from 'fastify'
import {type Sandbox} from './sandbox.ts'

/** How long a change that another process makes to the agenda or the clock may go unnoticed, in real milliseconds. */
const longestPauseMs = 200

/** While the application listens, what becomes due happens as time goes by, and events are delivered at once. */
export function keepTime(app: FastifyInstance, sandbox: Sandbox): void {
  const pulse = new Pulse(sandbox)
  app.addHook('onListen', async () => pulse.start())
  app.addHook('preClose', async () => pulse.stop())
}

/** Does what becomes due as time goes by, for as long as the process runs or until it is stopped. */
export class Pulse {
  readonly #sandbox: Sandbox
  #timer: NodeJS.Timeout | undefined
  #isStopped = false

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox
  }

  start(): void {
    this.#sandbox.courier.onNotice = () => this.#beat()
    this.#beat()
  }

  stop(): void {
    this.#isStopped = true
    this.#sandbox.courier.onNotice = undefined
    clearTimeout(this.#timer)
  }

  #beat(): void {
    void this.#work().then((pause) => {
      clearTimeout(this.#timer)
      if (!this.#isStopped) this.#timer = setTimeout(() => this.#beat(), pause).unref()
    })
  }

  /** Does what is due and returns how long to pause. What fails, since the file is locked for long, is due at the next beat. */
  async #work(): Promise<number> {
    const {agenda, courier} = this.#sandbox
    try {
      await agenda.run()
      courier.deliverDue().catch(() => undefined)
      return this.#pause()
    } catch {
      return longestPauseMs
    }
  }

  #pause(): number {
    const {agenda, courier, clock} = this.#sandbox
    const next = Math.min(agenda.next() ?? Infinity, courier.next() ?? Infinity)
    return Math.max(1, Math.min(next - clock.now(), longestPauseMs))
  }
}
