import {aborted} from '../../lib/aborted.ts'
import {Command} from '../../lib/command.ts'
import {type Shape} from '../../lib/operation/declaration.ts'
import {boolean, integer, text} from '../../lib/parameters.ts'
import {type Sandbox} from '../../sandbox/sandbox.ts'
import {defaultPort, serve, type ServedRequest} from '../../sandbox/serve.ts'
import {withSandbox} from '../../sandbox/with-sandbox.ts'

export default class Serve extends Command {
  static override readonly shape = {
    summary: 'Serve the sandbox on a port for other programs',
    description:
      'Prints its URL when it is ready and serves until it is ended. It is the same sandbox that --profile sandbox uses.',
    parameters: {
      port: integer('--port', 'port to listen on; 0 takes a free one', {default: defaultPort, min: 0, max: 65_535}),
      host: text('--host', 'address to listen on, of this machine only', {default: '127.0.0.1', valueName: 'ADDRESS'}),
      numbers: integer('--numbers', 'how many numbers a new sandbox sells', {min: 1}),
      lenient: boolean(
        '--lenient',
        'take what some clients send that is broken: a multipart body that is none, text for JSON',
      ),
      log: boolean('--log', 'show each request on stderr; on a terminal unless --no-log'),
    },
    goesOn: true,
    examples: [],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {
      port,
      host,
      numbers,
      lenient = false,
      log = this.console.terminal.stderrIsTty,
    } = await this.values(Serve.shape)
    const ending = this.console.ending()
    await withSandbox(
      this.console.paths,
      async (sandbox) => {
        await this.#warnOfOtherSize(sandbox, numbers)
        const url = await serve(sandbox, {host, port, onRequest: log ? this.#show : undefined})
        await this.console.terminal.out(`${url}\n`)
        await aborted(ending)
      },
      {lenient, ...(numbers !== undefined && {numbers})},
    )
  }

  async #warnOfOtherSize(sandbox: Sandbox, numbers: number | undefined): Promise<void> {
    if (numbers === undefined) return
    const {total} = sandbox.status().counts.numbers
    if (numbers === total) return
    await this.console.warn(
      `The sandbox exists already, with ${total} numbers. For another inventory: commsctl sandbox reset --numbers ${numbers}`,
    )
  }

  readonly #show = ({method, path, status, milliseconds}: ServedRequest): void => {
    void this.console.note(`${method} ${path} ${status ?? 'dropped'} ${Math.round(milliseconds)} ms`)
  }
}
