import {Command} from '../../lib/command.ts'
import {type Contact, contactColumns} from '../../lib/contacts/contact.ts'
import {contactFormats, formatOfName} from '../../lib/contacts/contact-format.ts'
import {operation} from '../../lib/operation.ts'
import {bytes, list} from '../../lib/operation/declaration.ts'
import {choice, user} from '../../lib/parameters.ts'

const exportContacts = operation({
  operation: 'Contacts.exportContacts',
  summary: 'Export all contacts of a user',
  request: 'GET /contacts/users/{user_uuid}/contacts',
  parameters: {
    user_uuid: user(),
  },
  reply: list<Contact>({columns: contactColumns, id: 'uuid', noun: 'contacts'}),
  examples: [],
})

export default class Export extends Command {
  static override readonly shape = {
    ...exportContacts.shape,
    description:
      'What it writes, commsctl contacts import reads, and nothing is lost. CSV has a header row with a column for each ' +
      'field: name.first, name.last, phone_numbers[0].number, phone_numbers[0].type, phone_numbers[0].preferred and so ' +
      'on. A name that ends in :json says that the cells below are JSON; empty cells are fields that are not there. ' +
      'vCards are version 3.0.',
    parameters: {
      ...exportContacts.shape.parameters,
      format: choice(
        '--format',
        'format of the file; told by the name of --out if left out, else csv',
        contactFormats,
        {
          in: 'local',
        },
      ),
    },
    reply: bytes(),
    examples: [
      ['As CSV', ''],
      ['As a file of vCards', '--out contacts.vcf'],
    ],
  } as const
  static override readonly calls = [exportContacts]

  async run(): Promise<void> {
    const {format, user_uuid} = await this.values(Export.shape)
    if (this.flags['dry-run'] === true) return this.showRequest(exportContacts, {user_uuid})
    const out = this.flags['out'] as string | undefined
    const {writeContacts} = await import('../../lib/contacts/write-contacts.ts')
    const contacts = this.all(exportContacts, {user_uuid})
    const pieces = writeContacts(contacts, format ?? formatOfName(out ?? '') ?? 'csv')
    if (out === undefined) return this.console.printer.texts(pieces)
    const {saveFile} = await import('../../lib/output/save-file.ts')
    const size = await saveFile(out, inBytes(pieces), {overwrite: this.flags['overwrite'] === true})
    await this.console.note(`Saved ${out} (${size} bytes).`)
  }
}

async function* inBytes(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Buffer.from(piece)
}
