import {createReadStream} from 'node:fs'
import {type JsonValue} from '../client/wire.ts'
import {recordOf} from './checked-line.ts'

export interface LoggedLine {
  /** From 1. */
  line: number
  /** Undefined for a line that is not as it was written, or has no end. */
  record: JsonValue | undefined
  /** Bytes of the file up to the end of the line. */
  end: number
}

/** The lines of a log, one after another; none when there is no such file. */
export async function* readLog(path: string): AsyncGenerator<LoggedLine> {
  let [line, end] = [0, 0]
  let rest: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      let start = 0
      for (let at = rest.indexOf(0x0a); at !== -1; at = rest.indexOf(0x0a, start)) {
        end += at + 1 - start
        yield {line: ++line, record: recordOf(rest.toString('utf8', start, at)), end}
        start = at + 1
      }
      rest = rest.subarray(start)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (rest.length > 0) yield {line: ++line, record: undefined, end: end + rest.length}
}
