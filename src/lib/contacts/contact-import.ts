import {type AmbiguousError, isAmbiguous} from '../client/ambiguous.ts'
import {type JsonObject} from '../client/wire.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Contact} from './contact.ts'
import {type ContactRow} from './contact-format.ts'
import {ContactLedger} from './contact-ledger.ts'

/** What became of one row of the file. */
export interface ContactOutcome {
  line: number
  name: string
  /** `created`, `refused`, `failed`, `unknown` or `not sent`. */
  outcome: string
  uuid: string | null
  /** Why not, where it was not. */
  message: string | null
}

/** The calls that an import makes. */
export interface ContactCalls {
  create(content: JsonObject): Promise<Contact>
  /** All contacts that the user has now. */
  list(): AsyncIterable<Contact>
}

/** As many rows are sent side by side. */
const width = 5

/**
 * Creates contacts, a few side by side, and tells the outcome of each, in order. A refused one does not sink the others;
 * after a lost reply the list is read back; nothing is sent twice. What makes every further request pointless (no
 * permission, no network, Ctrl-C) ends it: the rest is `not sent`.
 */
export class ContactImport {
  /** Why the first of those failed that did. */
  failure: CliError | undefined
  /** What ended the import before all rows were sent. */
  stop: CliError | undefined
  createdCount = 0
  readonly #ledger: ContactLedger

  constructor(
    private readonly calls: ContactCalls,
    private readonly rows: readonly ContactRow[],
  ) {
    this.#ledger = new ContactLedger(rows.map(({content}) => content))
  }

  async *outcomes(): AsyncGenerator<ContactOutcome> {
    await this.#ledger.begin(this.calls.list())
    for (let at = 0; at < this.rows.length; at += width) yield* this.#wave(this.rows.slice(at, at + width))
  }

  async *#wave(rows: readonly ContactRow[]): AsyncGenerator<ContactOutcome> {
    if (this.stop !== undefined) return yield* rows.map((row) => outcome(row, 'not sent'))
    const results = await Promise.allSettled(rows.map(({content}) => this.calls.create(content)))
    for (const result of results) if (result.status === 'fulfilled') this.#ledger.created(result.value)
    const settled = await this.#settle(rows, results)
    for (const [at, row] of rows.entries()) yield settled.get(row) ?? this.#told(row, results[at]!)
  }

  #told(row: ContactRow, result: PromiseSettledResult<Contact>): ContactOutcome {
    if (result.status === 'fulfilled') return this.#created(row, result.value)
    const error: unknown = result.reason
    if (!(error instanceof CliError)) throw error
    if (error.exit === ExitCode.Refused) return this.#failed(row, 'refused', error, reasonOf(error))
    this.stop ??= error
    if (error.exit !== ExitCode.Interrupted) return this.#failed(row, 'failed', error)
    // An interruption has a hint when the request had been sent, and nobody knows what came of it.
    return error.hint === undefined ? this.#failed(row, 'not sent', error, null) : this.#failed(row, 'unknown', error)
  }

  /** Looks what became of those whose replies were lost, when no other request is under way. */
  async #settle(
    rows: readonly ContactRow[],
    results: readonly PromiseSettledResult<Contact>[],
  ): Promise<Map<ContactRow, ContactOutcome>> {
    const lost = rows.flatMap((row, at) => {
      const result = results[at]
      return result?.status === 'rejected' && isAmbiguous(result.reason) ? [{row, error: result.reason}] : []
    })
    if (lost.length === 0) return new Map()
    try {
      const contents = lost.map(({row}) => row.content)
      const found = await this.#ledger.find(contents, this.calls.list())
      return new Map(lost.map(({row, error}, at) => [row, this.#found(row, found[at], error)]))
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      this.stop = lost[0]?.error
      const why = (first: CliError) => `${first.message} The platform did not say. ${error.message}`
      return new Map(lost.map(({row, error: first}) => [row, this.#failed(row, 'unknown', first, why(first))]))
    }
  }

  #found(row: ContactRow, contact: Contact | undefined, lost: AmbiguousError): ContactOutcome {
    if (contact !== undefined) return this.#created(row, contact)
    const soFar = `${lost.message} So far the platform shows that it was not.`
    if (lost.isUnderWay) return this.#failed(row, 'unknown', lost, soFar)
    return this.#failed(row, 'failed', lost, 'The reply was lost. The platform shows that it was not carried out.')
  }

  #created(row: ContactRow, {uuid}: Contact): ContactOutcome {
    this.createdCount += 1
    return {...outcome(row, 'created'), uuid}
  }

  #failed(row: ContactRow, word: string, error: CliError, message: string | null = error.message): ContactOutcome {
    this.failure ??= error
    return outcome(row, word, message)
  }
}

function outcome({line, content}: ContactRow, word: string, message: string | null = null): ContactOutcome {
  return {line, name: nameOf(content), outcome: word, uuid: null, message}
}

/** What people know a contact by. */
function nameOf({name, phone_numbers}: JsonObject): string {
  const parts = typeof name === 'object' && name !== null && !Array.isArray(name) ? [name['first'], name['last']] : []
  const words = parts.filter((part): part is string => typeof part === 'string' && part !== '')
  if (words.length > 0) return words.join(' ')
  const [first] = Array.isArray(phone_numbers) ? (phone_numbers as JsonObject[]) : []
  return typeof first?.['number'] === 'string' ? first['number'] : ''
}

function reasonOf({message, details}: CliError): string {
  return details.length === 0 ? message : details.join(' ')
}
