import {aborted} from '../../lib/aborted.ts'
import {Command} from '../../lib/command.ts'
import {listenHere} from '../../lib/listen-here.ts'
import {type Shape} from '../../lib/operation/declaration.ts'
import {integer, text} from '../../lib/parameters.ts'
import {readHar} from '../../lib/recording/read-har.ts'

export default class Serve extends Command {
  static override readonly shape = {
    summary: 'Answer requests from a recording, on a port of this machine',
    description:
      'Prints its URL when it is ready and serves until it is ended. Requests are told apart by method, path and query; several of the same get their replies in order, and then the last. Point commands at it with COMMSCTL_API_HOST.',
    parameters: {
      file: text('FILE', 'recording (HAR) to answer from'),
      port: integer('--port', 'port to listen on; 0 takes a free one', {default: 4011, min: 0, max: 65_535}),
    },
    goesOn: true,
    examples: [],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {file, port} = await this.values(Serve.shape)
    const {recordingServer} = await import('../../lib/recording/serve-recording.ts')
    const app = await recordingServer(await readHar(file, this.console.terminal))
    const ending = this.console.ending()
    try {
      const url = await listenHere(app, {host: '127.0.0.1', port, who: 'The recording', command: 'debug serve FILE'})
      await this.console.terminal.out(`${url}\n`)
      await aborted(ending)
    } finally {
      await app.close()
    }
  }
}
