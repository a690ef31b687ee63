import {openAsBlob} from 'node:fs'
import {usageError} from '../errors.ts'
import {maskJson, maskPairs} from './masking.ts'
import {encodeMultipart} from './undici.ts'
import {type Body, type FilePart, type JsonValue} from './wire.ts'

export interface EncodedBody {
  headers: Readonly<Record<string, string>>
  body: string | AsyncIterable<Uint8Array>
}

/** The bytes of a body with the headers that describe them; files are read while they are sent. Throws a usage error for an unreadable file. */
export async function encodeBody(body: Body): Promise<EncodedBody> {
  switch (body.kind) {
    case 'json':
      return {headers: {'content-type': 'application/json'}, body: JSON.stringify(body.value)}
    case 'form':
      return {headers: {'content-type': 'application/x-www-form-urlencoded'}, body: formText(body.fields)}
    case 'multipart':
      return encodeMultipart(
        await Promise.all(body.fields.map(async ([name, value]) => [name, await openPart(value)] as const)),
      )
  }
}

/** What is shown of a body: JSON or form fields with secrets masked, files by name. */
export function describeBody(body: Body, secrets: readonly string[] = []): JsonValue {
  if (body.kind === 'json') return maskJson(body.value, secrets)
  const pairs: readonly (readonly [string, string | FilePart])[] = body.fields
  return maskPairs(pairs, secrets).map(([name, value]) => [name, typeof value === 'string' ? value : `@${value.path}`])
}

export function formText(fields: readonly (readonly [string, string])[]): string {
  const form = new URLSearchParams()
  for (const [name, value] of fields) form.append(name, value)
  return form.toString()
}

async function openPart(value: string | FilePart): Promise<string | {blob: Blob; filename: string}> {
  if (typeof value === 'string') return value
  try {
    return {blob: await openAsBlob(value.path), filename: value.filename}
  } catch (error) {
    throw usageError(`The file ${value.path} cannot be read.`, {code: 'unreadable-file', cause: error})
  }
}
