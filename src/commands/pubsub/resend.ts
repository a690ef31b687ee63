import {Command} from '../../lib/command.ts'
import {ExitCode} from '../../lib/exit-code.ts'
import {notFoundError} from '../../lib/errors.ts'
import {type JsonObject} from '../../lib/client/wire.ts'
import {outcomes, type Shape} from '../../lib/operation/declaration.ts'
import {inputFile, texts, url} from '../../lib/parameters.ts'
import {type Forwarding, postedText, type ReceivedEvent} from '../../lib/pubsub/listen/received-event.ts'
import {callbackHeaders} from '../../lib/pubsub/subscription-parameters.ts'

type Resent = Pick<ReceivedEvent, 'uuid' | 'service' | 'event'> & {forward: Forwarding}

export default class Resend extends Command {
  static override readonly shape = {
    summary: 'Post recorded events to a program once more',
    description:
      'Takes what pubsub listen -o ndjson printed, and posts it with the same body and headers, one after the other. ' +
      'Headers that were given with --callback-header are secret and not in it: give them again. The platform keeps no ' +
      'events; the sandbox does, and repeats them with commsctl sandbox deliveries resend.',
    parameters: {
      file: inputFile('recorded events; - is standard input'),
      events: texts('EVENTS...', 'uuids of events to post; all if left out', {required: false}),
      forwardTo: url('--forward-to', 'program to post them to', {required: true}),
      headers: callbackHeaders(),
    },
    effect: {changes: 'post events to a program'},
    reply: outcomes<Resent>({
      columns: ['uuid', 'service', 'event', 'forward.status', 'forward.duration_ms', 'forward.error'],
      id: 'uuid',
      noun: 'events',
    }),
    tool: false,
    examples: [],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {file, events, forwardTo, headers = []} = await this.values(Resend.shape)
    const {checkForwardUrl} = await import('../../lib/pubsub/listen/forward.ts')
    checkForwardUrl(forwardTo)
    const {readRecording} = await import('../../lib/pubsub/listen/read-recording.ts')
    const recorded = chosen(await readRecording(file, this.console.input), events, file)
    const {columns, id, noun} = Resend.shape.reply
    await this.console.printer.rows(this.#posted(recorded, forwardTo, headers), {columns, idField: id, noun})
  }

  async *#posted(recorded: readonly ReceivedEvent[], url: string, given: readonly JsonObject[]) {
    const {forward} = await import('../../lib/pubsub/listen/forward.ts')
    const more = Object.assign({}, ...given) as Record<string, string>
    for (const row of recorded) {
      const {uuid, service, event} = row
      const posting = {headers: {...row.headers, ...more}, body: postedText(row)}
      const outcome = await forward(url, posting, this.console.signal)
      this.console.signal.throwIfAborted()
      if (outcome.error !== null) this.console.exitCode = ExitCode.PartlyFailed
      yield {uuid, service, event, forward: outcome}
    }
  }
}

/** Those that are named. Throws for one that is not there, before anything is posted. */
function chosen(recorded: readonly ReceivedEvent[], wanted: readonly string[] | undefined, file: string) {
  if (wanted === undefined || wanted.length === 0) return recorded
  const missing = wanted.find((uuid) => !recorded.some((row) => row.uuid === uuid))
  if (missing === undefined) return recorded.filter(({uuid}) => uuid !== null && wanted.includes(uuid))
  throw notFoundError(`There is no event ${missing} in ${file}.`, `jq -r .uuid ${file}`)
}
