import {createHash} from 'node:crypto'

/** A script as it is compared and sent: lines end as on Unix, the last one, too, and no empty ones follow. */
export function canonicalScript(text: string): string {
  return `${text.replaceAll('\r\n', '\n').trimEnd()}\n`
}

/** What tells one text from another. */
export function textChecksum(text: string): string {
  return createHash('sha1').update(text).digest('hex')
}

/** The platform's checksum of a static file: not of its bytes, but of how they are written in hexadecimal. */
export async function fileChecksum(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha1')
  for await (const chunk of content)
    hash.update(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('hex'))
  return hash.digest('hex')
}
