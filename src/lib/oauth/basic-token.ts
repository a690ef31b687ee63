import {usageError} from '../errors.ts'

/** Base64 of `public id:secret`. Throws a usage error for an id with a colon: it would end there. */
export function basicToken(publicId: string, secret: string): string {
  if (publicId.includes(':')) throw usageError('--public-id: a public id has no colon.', {code: 'invalid-value'})
  return Buffer.from(`${publicId}:${secret}`).toString('base64')
}
