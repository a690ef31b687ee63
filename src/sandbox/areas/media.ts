import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {readBody, required, uuid} from '../fields.ts'
import {listArray, mapItems} from '../lists.ts'
import {
  bytesOf,
  deleteFile,
  filesOf,
  fileView,
  type MediaRecord,
  mediaFiles,
  mustSeeFile,
  seesUser,
  shareFile,
} from '../media/files.ts'
import {selected} from '../media/selection.ts'
import {storeUpload} from '../media/uploads.ts'
import {sendRanged} from '../ranges.ts'
import {forbidden, notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {mustBeSigned, signedLink} from '../signed-links.ts'
import {readBytes} from '../stored-bytes.ts'

type UserRequest = FastifyRequest<{Params: {user: string}}>
type FileRequest = FastifyRequest<{Params: {file: string}; Querystring: Readonly<Record<string, string | undefined>>}>

const defaultExpiryMs = 60 * 60 * 1000

/** The media service: files of users and of everybody. */
export function media(app: FastifyInstance, sandbox: Sandbox): void {
  lists(app, sandbox)
  files(app, sandbox)
  uploads(app, sandbox)
  contents(app, sandbox)
}

function lists(app: FastifyInstance, {store}: Sandbox): void {
  const listed = (request: FastifyRequest, found: readonly MediaRecord[]) => {
    const {include_thumbnails: thumbnails} = request.query as FileRequest['query']
    return mapItems(listArray(request, selected(request, found)), (file) => ({
      ...fileView(file),
      ...(thumbnails === 'true' && {thumbnails: []}),
    }))
  }

  app.get('/media/media', (request) => listed(request, store.collection(mediaFiles).find({where: {user_uuid: null}})))

  app.get('/media/users/:user/media', (request: UserRequest) =>
    listed(request, filesOf(store, request.caller.mustSeeUser(request.params.user).uuid)),
  )
}

function files(app: FastifyInstance, sandbox: Sandbox): void {
  const {store, clock} = sandbox

  app.get('/media/media/:file', (request: FileRequest) => {
    const file = mustSeeFile(store, request.caller, request.params.file)
    if (request.query['content_url'] !== 'true') return fileView(file)
    const link = signedLink(sandbox, request, `/media/content/${file.file_id}`, expiryOf(request, clock.now()))
    return {...fileView(file), content_url: link}
  })

  app.post('/media/media/:file/share', (request: FileRequest) =>
    store.transaction(() => {
      const file = mustSeeFile(store, request.caller, request.params.file)
      const {user_uuid: user} = readBody(request, {user_uuid: required(uuid())})
      const {file_id, user_uuid} = shareFile(store, file.file_id, request.caller.mustSeeUser(user).uuid)
      return {file_id, user_uuid}
    }),
  )

  app.delete('/media/media/:file', (request: FileRequest, reply) => {
    store.transaction(() => {
      const file = mustSeeFile(store, request.caller, request.params.file)
      if (file.user_uuid !== null && !seesUser(store, request.caller, file.user_uuid)) throw onlyShared()
      deleteFile(store, file, clock.now())
    })
    return reply.code(204).send()
  })
}

function uploads(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/media/media', async (request) => fileView(await storeUpload(sandbox, request, null)))

  app.post('/media/users/:user/media', async (request: UserRequest) => {
    const {uuid} = request.caller.mustSeeUser(request.params.user)
    return fileView(await storeUpload(sandbox, request, uuid))
  })
}

function contents(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  app.get('/media/content/:file', {config: {auth: 'none'}}, (request: FileRequest, reply) => {
    mustBeSigned(sandbox, request)
    const file = store.collection(mediaFiles).get(request.params.file)
    if (!file || file.deleted_datetime !== undefined) throw notFound(`File ${request.params.file}`)
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.file_name)}`)
    return sendRanged(request, reply, {
      size: file.file_size,
      etag: `"${file.hash.slice(0, 32)}"`,
      type: file.content_type,
      read: (range) => readBytes(store, bytesOf(file), range),
    })
  })
}

/** How long the URL of a content is good for: milliseconds, or, as known clients send it, the time when it ends. */
function expiryOf({query}: FileRequest, now: number): number {
  const asked = Number(query['expiry_millis'] ?? query['expiry_timestamp'])
  if (asked > now) return asked - now
  return asked > 0 ? asked : defaultExpiryMs
}

function onlyShared() {
  return forbidden('The file is shared with you; only its owner may delete it.')
}
