import {existsSync, readdirSync} from 'node:fs'
import {expect} from 'vitest'
import {type MediaFile} from '../../src/lib/media/media-file.ts'
import {type Sandbox} from '../../src/sandbox/sandbox.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {type Reply, type signedIn} from './support.ts'

/** The files of the default user. */
export const own = `/media/users/${seededAccess.userUuid}/media`

interface Page {
  items: MediaFile[]
  metadata: {total: number; offset: number; count: number; limit: number}
}

type Send = Awaited<ReturnType<typeof signedIn>>

const boundary = 'XX-boundary'
export const multipart = {'content-type': `multipart/form-data; boundary=${boundary}`}

export function field(name: string, value: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
}

export function filePart(content: string, {filename = 'menu.wav', type = 'application/octet-stream'} = {}): string {
  const disposition = `Content-Disposition: form-data; name="file"; filename="${filename}"`
  return `--${boundary}\r\n${disposition}\r\nContent-Type: ${type}\r\n\r\n${content}\r\n`
}

export const end = `--${boundary}--\r\n`

export async function upload(send: Send, path = own, content = 'sound', name = 'menu.wav'): Promise<MediaFile> {
  const reply = await send(`POST ${path}`, field('file_name', name) + filePart(content) + end, multipart)
  expect(reply.status).toBe(200)
  return reply.json() as MediaFile
}

export const page = async (send: Send, path: string) => (await send(`GET ${path}`)).json() as Page
export const names = async (send: Send, path: string) => (await page(send, path)).items.map(({file_name}) => file_name)

/** What is in the folder beside the database. */
export function stored({store}: Sandbox): string[] {
  return existsSync(store.contents.folder) ? readdirSync(store.contents.folder) : []
}

/** The path of a file's content, signed. */
export async function linkOf(send: Send, id: string, query = ''): Promise<string> {
  const {content_url: link = ''} = (await send(`GET /media/media/${id}?content_url=true${query}`)).json() as MediaFile
  const {pathname, search} = new URL(link)
  return pathname + search
}

export async function fetched(sandbox: Sandbox, url: string, headers: Record<string, string> = {}): Promise<Reply> {
  const reply = await (await sandbox.app()).inject({url, headers})
  return {status: reply.statusCode, headers: reply.headers, text: reply.body, json: () => reply.json()}
}
