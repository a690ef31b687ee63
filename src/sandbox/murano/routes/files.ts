import {randomUUID} from 'node:crypto'
import {Readable} from 'node:stream'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {pathOf} from '../../address.ts'
import {contentTypeOf} from '../../media/content-types.ts'
import {readForm} from '../../multipart.ts'
import {badRequest, notFound} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {checksumOf, filesOf, readFile, removeFile, type StaticFile, staticFiles} from '../files.ts'
import {api, type SolutionRequest, withToken} from './route.ts'

/** The static files of an application. */
export function fileRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const mustFind = (request: SolutionRequest): StaticFile => {
    const {id} = request.member.mustReachSolution(request.params.sid)
    const path = filePath(request)
    const file = store.collection(staticFiles).get(`${id}:${path}`)
    if (!file) throw notFound(`File ${path}`)
    return file
  }

  app.get(`${api}/solution/:sid/file`, withToken, ({member, params}: SolutionRequest) =>
    filesOf(store, member.mustReachSolution(params.sid).id).map(({path, mime_type, size, checksum}) => ({
      path,
      mime_type,
      size,
      checksum,
    })),
  )

  app.get(`${api}/solution/:sid/file/*`, withToken, (request: SolutionRequest, reply) => {
    const file = mustFind(request)
    return reply.type(file.mime_type).header('content-length', file.size).send(readFile(store, file))
  })

  app.put(`${api}/solution/:sid/fileupload/*`, withToken, async (request: SolutionRequest, reply) => {
    const {id: solution_id} = request.member.mustReachSolution(request.params.sid)
    await upload(sandbox, request, solution_id)
    return reply.code(204).send()
  })

  app.delete(`${api}/solution/:sid/file/*`, withToken, (request: SolutionRequest, reply) => {
    store.transaction(() => removeFile(store, mustFind(request)))
    return reply.code(200).send()
  })
}

async function upload({store}: Sandbox, request: FastifyRequest, solution_id: string): Promise<void> {
  const {body, headers} = request
  if (!(body instanceof Readable)) throw badRequest('The request needs a body: multipart/form-data with a file.')
  const content_id = randomUUID()
  const {file} = await readForm(body, headers, (content) => store.contents.write(content_id, content))
  if (!file) throw badRequest('', [{field: 'file', message: 'is required'}])
  const path = filePath(request)
  const id = `${solution_id}:${path}`
  const checksum = await checksumOf(store.contents.read(content_id))
  const mime_type = contentTypeOf([path], file.type)
  const known = store.transaction(() => {
    const files = store.collection(staticFiles)
    const before = files.get(id)
    files.put({id, solution_id, path, mime_type, size: file.size, checksum, content_id})
    return before
  })
  if (known?.content_id !== undefined) store.contents.remove(known.content_id)
}

/** The path of a file in that of the request, where it is encoded as forms are: a blank is a plus. */
function filePath({url}: FastifyRequest): string {
  const [, encoded = ''] = /\/file(?:upload)?\/(.*)$/.exec(pathOf(url)) ?? []
  try {
    return `/${decodeURIComponent(encoded.replaceAll('+', ' ')).replace(/^\//, '')}`
  } catch {
    throw badRequest('The path of the file is not encoded as it should be.')
  }
}
