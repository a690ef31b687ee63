import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {canonical, sameJson} from '../same-json.ts'
import {type Contact} from './contact.ts'

/**
 * Tells which contacts of a user an import has made: after a lost reply, those that are like a row, were not there before
 * and belong to no other row. Remembers only contacts that are like one of the rows.
 */
export class ContactLedger {
  readonly #keys: ReadonlySet<string>
  readonly #accountedFor = new Set<string>()

  constructor(contents: readonly JsonObject[]) {
    this.#keys = new Set(contents.map(keyOf))
  }

  /** Takes in what is there before anything is created. */
  async begin(contacts: AsyncIterable<Contact>): Promise<void> {
    for await (const contact of contacts) if (this.#keys.has(keyOf(contact))) this.#accountedFor.add(contact.uuid)
  }

  created({uuid}: Contact): void {
    this.#accountedFor.add(uuid)
  }

  /** The contacts that were made of these contents, as far as they are there; each is one row's. */
  async find(contents: readonly JsonObject[], contacts: AsyncIterable<Contact>): Promise<(Contact | undefined)[]> {
    const keys = new Set(contents.map(keyOf))
    const candidates: Contact[] = []
    for await (const contact of contacts) {
      if (keys.has(keyOf(contact)) && !this.#accountedFor.has(contact.uuid)) candidates.push(contact)
    }
    return contents.map((content) => this.#claim(content, candidates))
  }

  #claim(content: JsonObject, candidates: readonly Contact[]): Contact | undefined {
    const found = candidates.find((contact) => !this.#accountedFor.has(contact.uuid) && holds(contact, content))
    if (found !== undefined) this.#accountedFor.add(found.uuid)
    return found
  }
}

/** Whether a contact says what the content does; the platform may add to it. */
function holds(contact: Contact, content: JsonObject): boolean {
  return Object.entries(content).every(([name, value]) => sameJson(contact[name], value))
}

/** The same for contacts that may be the same. */
function keyOf({name = null, phone_numbers = null}: Readonly<Record<string, JsonValue | undefined>>): string {
  return canonical([name, phone_numbers])
}
