import {type IncomingHttpHeaders} from 'node:http'
import {type Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {badRequest, type Refusal} from './refusal.ts'

/** What a multipart body holds: its fields, and what became of its file. */
export interface Form<File> {
  fields: Readonly<Record<string, string>>
  file: (File & FilePart) | undefined
}

/** What a file is sent with. */
export interface FilePart {
  filename: string
  type: string
}

/**
 * Takes a multipart body apart while it arrives, and hands its file, the part `part`, to `store`. Throws a 400 for a body that is none;
 * when it breaks off, `store` sees its stream break off.
 */
export async function readForm<File extends object>(
  body: Readable,
  headers: IncomingHttpHeaders,
  store: (content: Readable) => Promise<File>,
  part = 'file',
): Promise<Form<File>> {
  const {
    default: {Busboy},
  } = await import('@fastify/busboy')
  const parser = attempt(() => new Busboy({headers: {...headers, 'content-type': headers['content-type'] ?? ''}}))
  const fields: Record<string, string> = {}
  let storing: Promise<(File & FilePart) | undefined> | undefined
  let failure: Error | undefined
  parser.on('field', (name, value) => (fields[name] = value))
  parser.on('file', (name, content, filename, _encoding, type) => {
    if (name !== part || storing !== undefined) {
      content.resume()
      return
    }
    storing = store(content).then((file) => ({...file, filename, type}))
    storing.catch((error: Error) => {
      if (parser.errored !== null) return
      failure = error
      parser.destroy(error)
    })
    parser.once('error', (error) => content.destroy(error as Error))
  })
  try {
    await pipeline(body, parser)
  } catch (error) {
    await storing?.catch(() => undefined)
    throw failure ?? notMultipart(error)
  }
  return {fields, file: await storing}
}

function attempt<T>(make: () => T): T {
  try {
    return make()
  } catch (error) {
    throw notMultipart(error)
  }
}

function notMultipart(error: unknown): Refusal {
  return badRequest(`The body is not multipart/form-data: ${error instanceof Error ? error.message : String(error)}`)
}
