import {createHash} from 'node:crypto'
import {loadable} from '../loading/loadable.ts'
import {id, text, time} from '../loading/schemas.ts'
import {contentIn, contentToDump, forgetOther} from '../loading/stored-bytes.ts'
import {categoryOf, contentTypeOf} from '../media/content-types.ts'
import {bytesOf, mediaFiles, type MediaRecord, mediaShares} from '../media/files.ts'
import {identities} from '../records.ts'

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
    complete: (given, now) => completed(given, contentIn(given), now),
    refers: {user_uuid: identities},
    settle: ({store}, file) => forgetOther(store, bytesOf(file)),
    dumped: (file, store) => ({...file, ...contentToDump(store, bytesOf(file))}),
  }),
  shares: loadable(mediaShares, {
    fields: {id: text, file_id: id, user_uuid: id},
    required: ['file_id', 'user_uuid'],
    complete: ({file_id = '', user_uuid = ''}) => ({id: `${file_id}:${user_uuid}`}),
    refers: {file_id: mediaFiles, user_uuid: identities},
  }),
}

function completed(given: Partial<MediaRecord>, content: string | undefined, now: number): Partial<MediaRecord> {
  const {file_name = '', content_type = contentTypeOf([file_name]), created_datetime, file_size = 0, hash} = given
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
