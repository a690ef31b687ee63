import {type MediaFile} from '../../lib/media/media-file.ts'
import {type Caller} from '../caller.ts'
import {type CollectionSpec} from '../collection.ts'
import {identities} from '../records.ts'
import {notFound} from '../refusal.ts'
import {type Store} from '../store.ts'
import {type StoredBytes} from '../stored-bytes.ts'

/** A file as it is kept; its content is a file of its own, unless it is small and in the record. */
export interface MediaRecord extends Required<Omit<MediaFile, 'deleted_datetime' | 'content_url'>> {
  file_title: string
  description: string
  /** Whose it is; null: everybody's. */
  user_uuid: string | null
  /** SHA-256, hexadecimal. */
  hash: string
  deleted_datetime?: string
  /** Base64. */
  content?: string | undefined
}

export const mediaFiles: CollectionSpec<MediaRecord> = {name: 'media_files', id: 'file_id', indexes: ['user_uuid']}

/** That a file is shown to a user, too. */
export interface MediaShare {
  /** `FILE:USER`, so that none is there twice. */
  id: string
  file_id: string
  user_uuid: string
}

export const mediaShares: CollectionSpec<MediaShare> = {
  name: 'media_shares',
  id: 'id',
  indexes: ['file_id', 'user_uuid'],
}

/** A file as replies show it. */
export function fileView(file: MediaRecord): MediaFile {
  return {...file, content: undefined, hash: undefined} as MediaFile
}

/** Those of a user and those shared with them, in the order in which they came. */
export function filesOf(store: Store, userUuid: string): MediaRecord[] {
  const shared = store.collection(mediaShares).find({where: {user_uuid: userUuid}})
  const ids = shared.map(({file_id}) => file_id)
  return store.collection(mediaFiles).find({anyOf: {user_uuid: userUuid, file_id: ids}})
}

/** The file, when it is everybody's, or of or shared with a user that the caller sees; else a 404. */
export function mustSeeFile(store: Store, caller: Caller, fileId: string): MediaRecord {
  const file = store.collection(mediaFiles).get(fileId)
  if (!file || file.deleted_datetime !== undefined) throw notFound(`File ${fileId}`)
  if (file.user_uuid === null || seesUser(store, caller, file.user_uuid)) return file
  const shares = store.collection(mediaShares).find({where: {file_id: fileId}})
  if (shares.some(({user_uuid}) => seesUser(store, caller, user_uuid))) return file
  throw notFound(`File ${fileId}`)
}

export function seesUser(store: Store, caller: Caller, userUuid: string): boolean {
  const user = store.collection(identities).get(userUuid)
  return user !== undefined && caller.sees(user.account_uuid)
}

export function shareFile(store: Store, fileId: string, userUuid: string): MediaShare {
  return store.collection(mediaShares).put({id: `${fileId}:${userUuid}`, file_id: fileId, user_uuid: userUuid})
}

/** Marks a file as deleted and removes its content; nobody is shown it any more, but where deleted ones are asked for. */
export function deleteFile(store: Store, file: MediaRecord, now: number): void {
  store.collection(mediaFiles).put({...file, content: undefined, deleted_datetime: new Date(now).toISOString()})
  store.collection(mediaShares).deleteWhere({file_id: file.file_id})
  store.contents.remove(file.file_id)
}

/** For a user that is removed: all of it goes, and nothing is kept. */
export function removeFilesOf(store: Store, userUuid: string): void {
  const files = store.collection(mediaFiles).find({where: {user_uuid: userUuid}})
  store.collection(mediaShares).deleteWhere({user_uuid: userUuid})
  store.collection(mediaShares).deleteWhere({file_id: files.map(({file_id}) => file_id)})
  store.collection(mediaFiles).deleteWhere({user_uuid: userUuid})
  for (const {file_id} of files) store.contents.remove(file_id)
}

/** Where the bytes of a file are. */
export function bytesOf({file_id: id, file_size: size, content}: MediaRecord): StoredBytes {
  return {id, size, content}
}
