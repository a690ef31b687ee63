import {usageError} from '../../errors.ts'
import {type InputReader} from '../../input/read-value.ts'
import {type ReceivedEvent} from './received-event.ts'

/** The events that `pubsub listen -o ndjson` printed, gaps left out. `-` reads them from standard input. Throws a usage error for another file. */
export async function readRecording(file: string, input: InputReader): Promise<ReceivedEvent[]> {
  const text = await input.value(file === '-' ? '-' : `@${file}`, 'FILE')
  const lines = text.split('\n').map((line, at) => ({line: line.trim(), number: at + 1}))
  return lines
    .filter(({line}) => line !== '')
    .map(({line, number}) => eventIn(line, `${file}, line ${number}`))
    .filter(({kind}) => kind === 'event')
}

function eventIn(line: string, place: string): ReceivedEvent {
  let parsed: Partial<ReceivedEvent> | null = null
  try {
    parsed = JSON.parse(line) as Partial<ReceivedEvent> | null
  } catch {
    // Told below.
  }
  const isRow = (parsed?.kind === 'event' && typeof parsed.headers === 'object') || parsed?.kind === 'gap'
  if (isRow) return parsed as ReceivedEvent
  throw usageError(`${place} is not an event as pubsub listen prints it.`, {
    hint: 'Record events with: commsctl pubsub listen -o ndjson > events.ndjson',
  })
}
