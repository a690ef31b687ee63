import {type Client, type Download} from '../client/client.ts'
import {CliError, interruptedError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {byteSize} from '../output/byte-size.ts'
import {type Origin, type PartialFile} from '../output/partial-file.ts'
import {type Transfer} from '../output/progress.ts'

/** A content to fetch: the id of what it belongs to, and the URL where it is. */
export interface Source {
  id: string
  link: string
}

interface Fetching {
  client: Pick<Client, 'fetchLink'>
  /** Whether to go on where an earlier try broke off. */
  resume: boolean
  transfer: Transfer | undefined
}

type Kept = NonNullable<Awaited<ReturnType<PartialFile['kept']>>>

/** Fetches a content into a file, and gives back its size. What is there of it when it breaks off stays, and the error says so. */
export async function fetchInto(file: PartialFile, source: Source, fetching: Fetching): Promise<number> {
  const kept = fetching.resume ? await file.kept(source.id) : undefined
  const reply = await askFor(source.link, kept, fetching.client)
  if (reply === 'complete') return kept!.size
  const rest = restOf(reply, kept)
  const origin = {
    id: source.id,
    validator: validatorOf(reply.headers) ?? (rest ? kept?.validator : undefined),
    length: lengthOf(reply.headers),
  }
  try {
    const chunks = shown(reply.body, origin, rest ? kept!.size : 0, fetching.transfer)
    const size = await file.write(chunks, origin, {append: rest})
    if (origin.length !== undefined && size !== origin.length) throw incomplete(size, origin.length, reply)
    return size
  } catch (error) {
    throw isOfTransfer(error) ? await withRemains(error, file, origin) : error
  }
}

/** What comes, with a bar that shows how far it is. */
export async function* shown(
  body: AsyncIterable<Uint8Array>,
  {length}: Pick<Origin, 'length'>,
  before: number,
  transfer: Transfer | undefined,
): AsyncGenerator<Uint8Array> {
  let read = 0
  if (length !== undefined) await transfer?.begin(length, before)
  try {
    for await (const chunk of body) {
      read += chunk.length
      transfer?.sent(read)
      yield chunk
    }
  } finally {
    transfer?.end()
  }
}

/** Asks for what is not there yet, as long as the content is still the same; for the whole where that cannot be had. */
async function askFor(
  link: string,
  kept: Kept | undefined,
  client: Pick<Client, 'fetchLink'>,
): Promise<Download | 'complete'> {
  if (kept === undefined) return client.fetchLink(link)
  const range = {range: `bytes=${kept.size}-`, 'if-range': kept.validator}
  try {
    const reply = await client.fetchLink(link, range)
    return reply.status !== 206 || restOf(reply, kept) ? reply : await client.fetchLink(link)
  } catch (error) {
    if (!(error instanceof CliError) || error.status !== 416) throw error
    return kept.size === kept.length ? 'complete' : client.fetchLink(link)
  }
}

/** Whether a reply is what comes after the bytes that are kept. */
function restOf({status, headers}: Download, kept: Kept | undefined): boolean {
  return status === 206 && kept !== undefined && rangeOf(headers)?.start === kept.size
}

/** Bytes of the whole content. */
export function lengthOf(headers: Download['headers']): number | undefined {
  const total = rangeOf(headers)?.total ?? headers['content-length']
  return total !== undefined && /^\d+$/.test(total) ? Number(total) : undefined
}

function rangeOf(headers: Download['headers']): {start: number; total: string} | undefined {
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers['content-range'] ?? '') ?? []
  return start === undefined || total === undefined ? undefined : {start: Number(start), total}
}

/** What can stand in If-Range: not a weak ETag, which may name two contents that differ. */
function validatorOf(headers: Download['headers']): string | undefined {
  const {etag} = headers
  return etag === undefined || etag.startsWith('W/') ? headers['last-modified'] : etag
}

function incomplete(size: number, length: number, {traceId}: Download): CliError {
  return new CliError(`The file has ${byteSize(length)}, and ${byteSize(size)} came.`, {
    code: 'incomplete-download',
    exit: ExitCode.Unavailable,
    traceId,
    retryable: true,
  })
}

/** Not one of the place that the file is saved to. */
function isOfTransfer(error: unknown): error is CliError {
  return error instanceof CliError && error.exit !== ExitCode.Usage
}

async function withRemains(error: CliError, file: PartialFile, {length, validator}: Origin): Promise<CliError> {
  const size = await file.size()
  const held = `${file.part} holds ${byteSize(size)}${length === undefined ? '' : ` of ${byteSize(length)}`}.`
  const goesOn = validator === undefined ? 'begins again' : 'goes on from there'
  const hint = `${held} The same command ${goesOn}.`
  if (error.exit === ExitCode.Interrupted) return interruptedError(hint)
  const {message, code, exit, status, traceId, retryable, details} = error
  return new CliError(message, {code, exit, status, traceId, retryable, details, hint, cause: error})
}
