import {LinkDownload, savingParameters} from '../../../lib/media/link-download.ts'
import {downloadContent} from '../../../lib/murano/content-calls.ts'
import {object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'

interface Saved {
  name: string
  path: string
  size: number
}

export default class Download extends LinkDownload {
  static override readonly shape = {
    summary: 'Fetch a content of a product to this machine',
    description:
      'It is called as it is called there, and put into the folder that you are in. When it breaks off, the same command goes on from there.',
    parameters: {...downloadContent.shape.parameters, ...savingParameters},
    reply: object<Saved>({columns: ['path', 'size', 'name'], id: 'path'}),
    dryRun: true,
    tool: false,
    examples: [],
  } as const satisfies Shape
  static override readonly calls = [downloadContent]

  async run(): Promise<void> {
    const {product_id, name, ...saving} = await this.values(Download.shape)
    if (this.flags['dry-run'] === true) return this.showRequest(downloadContent, {product_id, name})
    const found = (await this.call(downloadContent, {product_id, name})) as {url?: unknown} | undefined
    const saved = await this.save({id: `${product_id}-${name}`, link: found?.url}, name, saving)
    if (saved !== undefined) await printReply(Download.shape.reply, {name, ...saved} satisfies Saved, this.console)
  }
}
