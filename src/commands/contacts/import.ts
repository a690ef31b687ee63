import {Command} from '../../lib/command.ts'
import {contactFormats, inputFormat} from '../../lib/contacts/contact-format.ts'
import {type ContactFile} from '../../lib/contacts/read-contacts.ts'
import {ContactImport, type ContactOutcome} from '../../lib/contacts/contact-import.ts'
import {CliError, interruptedError} from '../../lib/errors.ts'
import {ExitCode} from '../../lib/exit-code.ts'
import {outcomes, type Shape} from '../../lib/operation/declaration.ts'
import {type Parameter} from '../../lib/parameter.ts'
import {choice, inputFile, user} from '../../lib/parameters.ts'
import createContact from './create.ts'
import listContacts from './list.ts'

const parameters = {
  file: inputFile('file of contacts'),
  format: choice('--format', 'format of the file; told by its name if left out', contactFormats, {in: 'local'}),
  user_uuid: user({in: 'local'}),
} satisfies Record<string, Parameter>

export default class Import extends Command {
  static override readonly shape = {
    summary: 'Create contacts from a file of CSV, vCards or JSON',
    description:
      'CSV has a header row. Columns are fields of contacts: name.first, name.last, phone_numbers[0].number, ' +
      'phone_numbers[0].type, phone_numbers[0].preferred (true or false), phone_numbers[1].number and so on; any others ' +
      'become fields of their names, but a file of others alone is refused. vCards are of version 3.0 or 4.0; JSON is an array of contacts. A uuid in the file ' +
      'is passed over. The whole file is checked before anything is sent, and each contact has an outcome of its own. ' +
      'When a reply is lost, the contacts are read back: none is created twice.',
    parameters,
    effect: {changes: 'create contacts for'},
    reply: outcomes<ContactOutcome>({
      columns: ['line', 'name', 'outcome', 'uuid', 'message'],
      id: 'uuid',
      noun: 'contacts',
    }),
    dryRun: true,
    examples: [
      ['From a spreadsheet', 'contacts.csv'],
      ['For another user', 'contacts.csv --user cdb115b0-99b0-5c62-8bcc-f93edb821bb6'],
    ],
  } satisfies Shape<typeof parameters, ContactOutcome>
  static override readonly calls = [createContact, listContacts]

  async run(): Promise<void> {
    const {user_uuid, ...from} = await this.values(Import.shape)
    const {rows, leftOut, doubts} = await this.read(from)
    for (const doubt of doubts) await this.console.warn(doubt)
    if (leftOut.length > 0) await this.console.warn(`Contacts have no fields for ${leftOut.join(', ')}: left out.`)
    if (this.flags['dry-run'] === true) {
      for (const {content} of rows) await this.showRequest(createContact, {user_uuid, body: content})
      return
    }
    const calls = {
      create: (body: ContactFile['rows'][number]['content']) => this.call(createContact, {user_uuid, body}),
      list: () => this.all(listContacts, {user_uuid}),
    }
    await this.report(new ContactImport(calls, rows), rows.length)
  }

  private async read({file: path, format}: {file: string; format?: (typeof contactFormats)[number] | undefined}) {
    const chosen = inputFormat(path, format)
    const {input} = this.console
    const text = path === '-' ? await input.standardInput('FILE') : await input.file(path, 'FILE')
    const {readContacts} = await import('../../lib/contacts/read-contacts.ts')
    return readContacts(text, chosen, path === '-' ? 'standard input' : path)
  }

  /** Prints the outcomes as they come. Throws what ended the import before anything was done; else exit 9 where some failed. */
  private async report(contacts: ContactImport, total: number): Promise<void> {
    const {reply} = Import.shape
    await this.console.printer.rows(contacts.outcomes(), {...reply, idField: reply.id})
    const left = total - contacts.createdCount
    if (left === 0) return
    const summary = `${left} of ${total} contacts were not created.`
    if (this.console.signal.aborted) {
      throw interruptedError(`${summary} Those not sent are as they were; look at the unknown ones before you go on.`)
    }
    if (contacts.createdCount === 0 && contacts.stop !== undefined) throw contacts.stop
    throw new CliError(summary, {
      code: 'partly-failed',
      exit: ExitCode.PartlyFailed,
      hint: 'The outcome of each is above.',
      cause: contacts.failure,
    })
  }
}
