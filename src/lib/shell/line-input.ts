import {type Readable} from 'node:stream'
import {usageError} from '../errors.ts'
import {InputReader} from '../input/read-value.ts'

/** Reads what values of a line stand for. Standard input is where the lines come from: no command takes any of it. */
export class LineInput extends InputReader {
  override stream(usage: string): Readable {
    throw usageError(`${usage}: standard input holds the lines of this shell, and cannot be read by one of them.`, {
      code: 'standard-input-taken',
      hint: 'Put it into a file, and give that: @FILE in place of -, or the name of the file.',
    })
  }
}
