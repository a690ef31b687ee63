import {LinkDownload, savingParameters} from '../../lib/media/link-download.ts'
import {type MediaFile} from '../../lib/media/media-file.ts'
import {object, type Shape} from '../../lib/operation/declaration.ts'
import {printReply} from '../../lib/operation/run.ts'
import {uuid} from '../../lib/parameters.ts'
import getMediaFileUrl from './url.ts'

interface Saved {
  file_id: string
  file_name: string
  path: string
  file_size: number
}

export default class Download extends LinkDownload {
  static override readonly shape = {
    summary: 'Fetch a file to this machine',
    description:
      'It is called as it is called there, and put into the folder that you are in. Until it is whole its name ends in ' +
      '.part. When it breaks off, the same command goes on from there, unless the file has changed in between.',
    parameters: {file_uuid: uuid('FILE', 'file to fetch'), ...savingParameters},
    reply: object<Saved>({columns: ['path', 'file_size', 'file_name', 'file_id'], id: 'path'}),
    dryRun: true,
    tool: false,
    examples: [
      ['Into this folder', '48316f78-241f-5101-9d48-1ef35b4cbb71'],
      ['Under another name', '48316f78-241f-5101-9d48-1ef35b4cbb71 --out hello.wav'],
    ],
  } as const satisfies Shape
  static override readonly calls = [getMediaFileUrl]

  async run(): Promise<void> {
    const {file_uuid, ...saving} = await this.values(Download.shape)
    if (this.flags['dry-run'] === true) return this.showRequest(getMediaFileUrl, {file_uuid})
    const found = (await this.call(getMediaFileUrl, {file_uuid})) as MediaFile | undefined
    const {file_name, content_url: link} = found ?? {}
    const saved = await this.save({id: file_uuid, link}, String(file_name ?? ''), saving)
    if (saved === undefined) return
    const {path, size: file_size} = saved
    await printReply(Download.shape.reply, {file_id: file_uuid, file_name, path, file_size}, this.console)
  }
}
