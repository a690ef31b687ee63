import {basename} from 'node:path'
import {Command} from '../../../lib/command.ts'
import {type Content, contentColumns, contentInfo, uploadContent} from '../../../lib/murano/content-calls.ts'
import {namedTags} from '../../../lib/murano/named-values.ts'
import {product} from '../../../lib/murano/parameters.ts'
import {object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {file, text} from '../../../lib/parameters.ts'

export default class Upload extends Command {
  static override readonly shape = {
    summary: 'Upload a file for the devices of a product, in place of one of that name',
    description:
      'It is read twice: for its checksum, and while it is sent, however large it is. Its type follows from its name, unless --type says it. --timeout is how long nothing may move.',
    parameters: {
      product_id: product(),
      file: file('FILE', 'file to upload'),
      name: text('--name', 'what it is called there; as it is called here if left out'),
      type: text('--type', 'MIME type', {valueName: 'TYPE'}),
      tags: namedTags(),
    },
    effect: {changes: 'upload', idempotent: true},
    reply: object<Content>({columns: contentColumns, id: 'id'}),
    examples: [['Under another name', '/etc/hosts --name hosts.txt --tag kind=list --product fridge']],
  } as const satisfies Shape
  static override readonly calls = [uploadContent, contentInfo]

  async run(): Promise<void> {
    const {product_id, file: path, name = basename(path), type, tags} = await this.values(Upload.shape)
    const {announced, sendContent} = await import('../../../lib/murano/send-content.ts')
    const announcement = await announced(path, name, type)
    const ticket = await this.call(uploadContent, {
      ...{product_id, name, ...announcement},
      tags: tags && Object.fromEntries(tags),
    })
    const {client} = await this.console.connection()
    await sendContent(client, ticket, path)
    const content = await this.call(contentInfo, {product_id, name})
    await printReply(Upload.shape.reply, content, this.console)
  }
}
