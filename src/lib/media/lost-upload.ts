import {type Settled} from '../operation/declaration.ts'
import {type MediaFile} from './media-file.ts'

/** The file that was being uploaded when the reply was lost. */
export interface Wanted {
  name: string
  size: number
  /** When it began; milliseconds since 1970. */
  begun: number
}

/**
 * Whether an upload whose reply was lost is among the files of its owner. Several may have the same name: it is certain
 * only of the one that was made since it began, and not in the future, as by a clock that goes otherwise.
 */
export function settleUpload(
  files: readonly MediaFile[],
  {name, size, begun}: Wanted,
  now: number,
): Settled<MediaFile> {
  const alike = files.filter((file) => file.file_name === name && (file.file_size ?? size) === size)
  if (alike.length === 0) return {done: false}
  const fresh = alike.filter(({created_datetime: created = ''}) => {
    const at = Date.parse(created)
    return at >= begun && at <= now
  })
  const [only] = fresh
  if (fresh.length === 1 && only !== undefined) return {done: true, reply: only}
  const ids = alike.map(({file_id}) => file_id)
  return {
    done: 'open',
    clue: `There ${ids.length === 1 ? 'is a file' : 'are files'} of that name and size, which may be from before: ${ids.join(', ')}.`,
    hint: `Look at it before you upload again: commsctl media url ${ids.at(-1)}`,
  }
}
