import {randomUUID} from 'node:crypto'
import {Readable} from 'node:stream'
import {type FastifyRequest} from 'fastify'
import {type Stored} from '../contents.ts'
import {readFields, string} from '../fields.ts'
import {type Form, readForm} from '../multipart.ts'
import {badRequest, Refusal} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {categoryOf, contentTypeOf} from './content-types.ts'
import {type MediaRecord, mediaFiles} from './files.ts'

/** Stores the file that a request uploads, for a user or, with null, for everybody. Throws a 400 for a body that has none. */
export async function storeUpload(
  sandbox: Sandbox,
  request: FastifyRequest,
  userUuid: string | null,
): Promise<MediaRecord> {
  const {store, clock} = sandbox
  const id = randomUUID()
  const {fields, file} = await readUpload(sandbox, request, id)
  if (file === undefined) throw missingFile()
  const given = readFields(fields, {
    file_name: name(),
    file_title: name(),
    description: string(),
    file_category: name(),
  })
  const fileName = given.file_name ?? (file.filename || String(clock.now()))
  const type = contentTypeOf([file.filename, fileName], file.type)
  return store.collection(mediaFiles).put({
    file_id: id,
    file_name: fileName,
    file_title: given.file_title ?? '',
    description: given.description ?? '',
    file_category: given.file_category ?? categoryOf(type),
    content_type: type,
    file_size: file.size,
    created_datetime: new Date(clock.now()).toISOString(),
    user_uuid: userUuid,
    hash: file.hash,
  })
}

function name() {
  return string({max: 255})
}

function missingFile() {
  return badRequest('The request uploads no file.', [{field: 'file', message: 'is required'}])
}

async function readUpload({store, lenient}: Sandbox, request: FastifyRequest, id: string): Promise<Form<Stored>> {
  const {contents} = store
  const body = bodyOf(request)
  if (!lenient) return readForm(body, request.headers, (content) => contents.write(id, content))
  // What came is kept until it has been taken apart: when it cannot be, it is the file.
  const raw = `${id}-raw`
  const whole = await contents.write(raw, body)
  try {
    return await readForm(contents.read(raw), request.headers, (content) => contents.write(id, content))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await contents.write(id, contents.read(raw))
    return {fields: {}, file: {...whole, filename: '', type: 'application/octet-stream'}}
  } finally {
    contents.remove(raw)
  }
}

/** Of a request that is not multipart, what a lenient sandbox has left of its body. */
function bodyOf({body}: FastifyRequest): Readable {
  if (body instanceof Readable) return body
  if (typeof body === 'string') return Readable.from([Buffer.from(body)])
  throw badRequest('The request needs a body: multipart/form-data with a file.')
}
