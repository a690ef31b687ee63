import {stat} from 'node:fs/promises'
import {join} from 'node:path'
import {Command} from '../../lib/command.ts'
import {badReply} from '../../lib/errors.ts'
import {fetchInto, lengthOf, shown, type Source} from '../../lib/media/download.ts'
import {localFileName} from '../../lib/media/file-name.ts'
import {type MediaFile} from '../../lib/media/media-file.ts'
import {object, type Shape} from '../../lib/operation/declaration.ts'
import {printReply} from '../../lib/operation/run.ts'
import {mustBeFree, overwriteSummary} from '../../lib/output/must-be-free.ts'
import {PartialFile} from '../../lib/output/partial-file.ts'
import {boolean, destination, uuid} from '../../lib/parameters.ts'
import getMediaFileUrl from './url.ts'

interface Saved {
  file_id: string
  file_name: string
  path: string
  file_size: number
}

export default class Download extends Command {
  static override readonly shape = {
    summary: 'Fetch a file to this machine',
    description:
      'It is called as it is called there, and put into the folder that you are in. Until it is whole its name ends in ' +
      '.part. When it breaks off, the same command goes on from there, unless the file has changed in between.',
    parameters: {
      file_uuid: uuid('FILE', 'file to fetch'),
      out: destination('--out', 'file or folder to save it to; - writes it to standard output', {in: 'local'}),
      resume: boolean('--resume', 'go on where an earlier try broke off', {in: 'local', default: true}),
      overwrite: boolean('--overwrite', overwriteSummary, {in: 'local'}),
    },
    reply: object<Saved>({columns: ['path', 'file_size', 'file_name', 'file_id'], id: 'path'}),
    dryRun: true,
    examples: [
      ['Into this folder', '48316f78-241f-5101-9d48-1ef35b4cbb71'],
      ['Under another name', '48316f78-241f-5101-9d48-1ef35b4cbb71 --out hello.wav'],
    ],
  } as const satisfies Shape
  static override readonly calls = [getMediaFileUrl]

  async run(): Promise<void> {
    const {file_uuid, out, resume, overwrite} = await this.values(Download.shape)
    if (this.flags['dry-run'] === true) return this.showRequest(getMediaFileUrl, {file_uuid})
    const found = (await this.call(getMediaFileUrl, {file_uuid})) as MediaFile | undefined
    const {file_name, content_url: link} = found ?? {}
    if (typeof link !== 'string') throw badReply('the file has no URL to fetch it from')
    if (out === '-') return this.#print({id: file_uuid, link})
    const path = await pathFor(out, localFileName(String(file_name ?? ''), file_uuid))
    const file = new PartialFile(path)
    if (overwrite !== true) await mustBeFree(path)
    const {client} = await this.console.connection()
    const transfer = this.console.transfer('Downloading')
    const file_size = await fetchInto(file, {id: file_uuid, link}, {client, resume, transfer})
    if (overwrite !== true) await mustBeFree(path)
    await file.finish()
    await printReply(Download.shape.reply, {file_id: file_uuid, file_name, path, file_size}, this.console)
  }

  async #print({link}: Source): Promise<void> {
    const {client} = await this.console.connection()
    const {body, headers} = await client.fetchLink(link)
    const transfer = this.console.terminal.stdoutIsTty ? undefined : this.console.transfer('Downloading')
    await this.console.printer.bytes(shown(body, {length: lengthOf(headers)}, 0, transfer))
  }
}

/** Where a file of that name is saved: in the folder, or under the name, that was given. */
async function pathFor(out: string | undefined, name: string): Promise<string> {
  if (out === undefined) return name
  const isFolder = out.endsWith('/') || (await stat(out).catch(() => undefined))?.isDirectory() === true
  return isFolder ? join(out, name) : out
}
