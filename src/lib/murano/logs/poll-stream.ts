import {type Service} from '../../operation/service.ts'
import {JsonObjects} from './json-objects.ts'
import {pollLogs} from './log-calls.ts'
import {type LogLine} from './log-line.ts'

/** Connects to the stream of a log over HTTP. */
export async function openPoll(service: Service, id: string): Promise<AsyncIterable<LogLine>> {
  const {body} = await service.download(pollLogs, {id})
  return linesIn(body)
}

async function* linesIn(body: AsyncIterable<Uint8Array>): AsyncGenerator<LogLine> {
  const decoder = new TextDecoder()
  const objects = new JsonObjects()
  for await (const piece of body) yield* objects.add(decoder.decode(piece, {stream: true})) as LogLine[]
}
