import {maskJson, maskPairs} from './masking.ts'
import {encodeMultipart} from './undici.ts'
import {type Body, type FilePart, type JsonValue} from './wire.ts'

export interface EncodedBody {
  headers: Readonly<Record<string, string>>
  body: string | AsyncIterable<Uint8Array>
  /** Of a body that has files. */
  upload?: Upload
}

/** How far the files of a body have been sent. Short of the total, the service has not got the request whole. */
export interface Upload {
  sent: number
  total: number
}

/**
 * The bytes of a body with the headers that describe them; files are read while they are sent, and `onSent` is told each
 * time. Throws a usage error for an unreadable file.
 */
export async function encodeBody(body: Body, onSent: (upload: Upload) => void = () => {}): Promise<EncodedBody> {
  switch (body.kind) {
    case 'json':
      return {headers: {'content-type': 'application/json'}, body: JSON.stringify(body.value)}
    case 'yaml':
      return {headers: {'content-type': 'text/yaml'}, body: body.text}
    case 'form':
      return {headers: {'content-type': 'application/x-www-form-urlencoded'}, body: formText(body.fields)}
    case 'multipart':
      return encodeForm(body.fields, onSent)
  }
}

async function encodeForm(
  fields: readonly (readonly [string, string | FilePart])[],
  onSent: (upload: Upload) => void,
): Promise<EncodedBody> {
  const {DiskFile} = await import('./disk-file.ts')
  const upload = {sent: 0, total: 0}
  const onRead = (bytes: number) => {
    upload.sent += bytes
    onSent(upload)
  }
  const parts = await Promise.all(
    fields.map(async ([name, value]) => {
      if (typeof value === 'string') return [name, value] as const
      const file = await DiskFile.of(value, onRead)
      upload.total += file.size
      return [name, file] as const
    }),
  )
  return {...(await encodeMultipart(parts)), upload}
}

/** What is shown of a body: JSON or form fields with secrets masked, files by name. */
export function describeBody(body: Body, secrets: readonly string[] = []): JsonValue {
  if (body.kind === 'json') return maskJson(body.value, secrets)
  if (body.kind === 'yaml') return body.text
  const pairs: readonly (readonly [string, string | FilePart])[] = body.fields
  return maskPairs(pairs, secrets).map(([name, value]) => [name, typeof value === 'string' ? value : `@${value.path}`])
}

export function formText(fields: readonly (readonly [string, string])[]): string {
  const form = new URLSearchParams()
  for (const [name, value] of fields) form.append(name, value)
  return form.toString()
}
