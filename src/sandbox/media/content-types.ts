import {extname} from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.html': 'text/html',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.txt': 'text/plain',
  '.wav': 'audio/wav',
}

const unknown = 'application/octet-stream'

/** What was said of a file when it was sent, or what its name tells. */
export function contentTypeOf(names: readonly string[], said: string = unknown): string {
  if (said !== unknown) return said
  return names.map((name) => types[extname(name).toLowerCase()]).find((type) => type !== undefined) ?? unknown
}

/** `audio`, `image`, `video`, or `document` for all else. */
export function categoryOf(contentType: string): string {
  const [kind = ''] = contentType.split('/')
  return ['audio', 'image', 'video'].includes(kind) ? kind : 'document'
}
