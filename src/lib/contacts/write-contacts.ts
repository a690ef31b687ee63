import {type Contact} from './contact.ts'
import {type ContactFormat} from './contact-format.ts'

type Writer = (contacts: AsyncIterable<Contact>) => AsyncIterable<string>

const writers: Readonly<Record<ContactFormat, () => Promise<Writer>>> = {
  csv: async () => (await import('./write-csv.ts')).contactsAsCsv,
  vcard: async () => {
    const {contactAsCard} = await import('./vcard.ts')
    return async function* (contacts) {
      for await (const contact of contacts) yield contactAsCard(contact)
    }
  },
  json: async () => contactsAsJson,
}

/** Contacts as the text of a file, piece by piece. */
export async function* writeContacts(contacts: AsyncIterable<Contact>, format: ContactFormat): AsyncGenerator<string> {
  const write = await writers[format]()
  yield* write(contacts)
}

async function* contactsAsJson(contacts: AsyncIterable<Contact>): AsyncGenerator<string> {
  let before = '[\n'
  for await (const contact of contacts) {
    yield `${before}  ${JSON.stringify(contact, null, 2).replaceAll('\n', '\n  ')}`
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}
