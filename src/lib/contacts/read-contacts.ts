import {usageError} from '../errors.ts'
import {contactSchema, contentOf} from './contact.ts'
import {type ContactFormat, type ContactRow} from './contact-format.ts'
import {Faults} from './faults.ts'

export interface ContactFile {
  rows: ContactRow[]
  /** Properties of vCards that no field of a contact is for. */
  leftOut: string[]
  /** What may be meant otherwise, a sentence each. */
  doubts: string[]
}

/** All contacts of a file. Throws one usage error that lists every line that is not right. */
export async function readContacts(text: string, format: ContactFormat, source: string): Promise<ContactFile> {
  const faults = new Faults(source)
  const leftOut = new Set<string>()
  const doubts: string[] = []
  const read = await rowsOf(text, format, {
    ...{source, faults, leftOut: (name) => leftOut.add(name.toUpperCase()), doubt: (about) => doubts.push(about)},
  })
  // An export has uuids: what is created gets new ones.
  const rows = read.map(({line, content}) => ({line, content: contentOf(content)}))
  const {faultsOf} = await import('../input/check-schema.ts')
  const good = rows.filter(({line, content}) => {
    const problems = Object.keys(content).length === 0 ? ['holds nothing'] : faultsOf(content, contactSchema)
    faults.add(line, problems)
    return problems.length === 0
  })
  const error = faults.error(good.length)
  if (error !== undefined) throw error
  if (rows.length === 0) throw usageError(`${source} holds no contacts.`, {code: 'empty-input'})
  return {rows, leftOut: [...leftOut], doubts}
}

interface Reading {
  source: string
  faults: Faults
  leftOut: (name: string) => void
  doubt: (about: string) => void
}

async function rowsOf(text: string, format: ContactFormat, reading: Reading): Promise<ContactRow[]> {
  const {source, faults, leftOut} = reading
  switch (format) {
    case 'csv':
      return (await import('./read-csv.ts')).contactsOfCsv(text, reading)
    case 'vcard':
      return (await import('./vcard.ts')).contactsOfCards(text, faults, leftOut)
    case 'json':
      return (await import('./read-json.ts')).contactsOfJson(text, source, faults)
  }
}
