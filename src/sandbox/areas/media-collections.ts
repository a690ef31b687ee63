import {createHash} from 'node:crypto'
import {loadable} from '../loading/loadable.ts'
import {id, text, time} from '../loading/schemas.ts'
import {categoryOf, contentTypeOf} from '../media/content-types.ts'
import {mediaFiles, type MediaRecord, mediaShares} from '../media/files.ts'
import {identities} from '../records.ts'
import {type Store} from '../store.ts'

/** Larger contents are not in dumps: such a file comes back with as many zeros. */
const largestDumped = 64 * 1024

/** What of the media service can be loaded: files with their contents, as text or Base64. */
export const mediaCollections = {
  files: loadable(mediaFiles, {
    fields: {
      ...{file_id: id, file_name: text, file_title: text, description: text, file_category: text, content_type: text},
      ...{file_size: {type: 'integer', minimum: 0}, created_datetime: time, deleted_datetime: time},
      ...{user_uuid: {type: ['string', 'null'], format: 'uuid'}, hash: text, content: text},
    },
    required: ['file_id', 'file_name'],
    defaults: {file_title: '', description: '', user_uuid: null},
    inputs: {text: {type: 'string', description: 'the content, in place of content'}},
    complete: (given, now) => completed(given, given['text'], now),
    refers: {user_uuid: identities},
    settle({store}, {file_id, file_size, content}) {
      // What was there under that id is another content.
      if (content !== undefined || store.contents.sizeOf(file_id) !== file_size) store.contents.remove(file_id)
    },
    dumped: withContent,
  }),
  shares: loadable(mediaShares, {
    fields: {id: text, file_id: id, user_uuid: id},
    required: ['file_id', 'user_uuid'],
    complete: ({file_id = '', user_uuid = ''}) => ({id: `${file_id}:${user_uuid}`}),
    refers: {file_id: mediaFiles, user_uuid: identities},
  }),
}

function completed(given: Partial<MediaRecord>, plain: unknown, now: number): Partial<MediaRecord> {
  const {file_name = '', content_type = contentTypeOf([file_name]), created_datetime, file_size = 0, hash} = given
  const content = typeof plain === 'string' ? Buffer.from(plain).toString('base64') : given.content
  const bytes = content === undefined ? undefined : Buffer.from(content, 'base64')
  return {
    content_type,
    file_category: given.file_category ?? categoryOf(content_type),
    file_size: bytes?.length ?? file_size,
    created_datetime: created_datetime ?? new Date(now).toISOString(),
    hash: bytes === undefined ? (hash ?? digest(`${file_size} zeros`)) : digest(bytes),
    ...(content !== undefined && {content}),
  }
}

function digest(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function withContent(file: MediaRecord, {contents}: Store): MediaRecord {
  const size = file.content === undefined ? contents.sizeOf(file.file_id) : undefined
  if (size === undefined || size > largestDumped) return file
  return {...file, content: contents.bytes(file.file_id).toString('base64')}
}
