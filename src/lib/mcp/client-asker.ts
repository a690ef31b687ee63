import {type Server} from '@modelcontextprotocol/sdk/server/index.js'
import {usageError} from '../errors.ts'
import {type Asker, type Question} from '../input/prompt.ts'
import {visible} from '../output/sanitise.ts'

/** Has the client ask its user. Where it cannot, nothing is done that people must agree to. */
export class ClientAsker implements Asker {
  readonly #server: Server
  readonly #signal: AbortSignal

  constructor(server: Server, signal: AbortSignal) {
    this.#server = server
    this.#signal = signal
  }

  async confirm(message: string): Promise<boolean> {
    const answer = await this.#ask(message, {type: 'boolean', title: 'Go ahead', default: false})
    return answer === true
  }

  async ask({message}: Question): Promise<string> {
    const answer = await this.#ask(message, {type: 'string', title: 'Answer'})
    return typeof answer === 'string' ? answer : ''
  }

  async #ask(message: string, answer: Answer): Promise<unknown> {
    if (this.#server.getClientCapabilities()?.elicitation === undefined) {
      throw usageError(`${message} This client cannot ask the person who uses it.`, {
        code: 'needs-confirmation',
        hint: 'Use a client that can (elicitation), or run the command in a terminal.',
      })
    }
    const requestedSchema = {type: 'object' as const, properties: {answer}, required: ['answer']}
    const {action, content} = await this.#server.elicitInput(
      {message: visible(message), requestedSchema},
      {signal: this.#signal, timeout: askedForMs},
    )
    return action === 'accept' ? content?.['answer'] : undefined
  }
}

type Answer = {type: 'boolean'; title: string; default: boolean} | {type: 'string'; title: string}

/** People read before they agree. */
const askedForMs = 600_000
