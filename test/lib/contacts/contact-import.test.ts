import {describe, expect, test} from 'vitest'
import {AmbiguousError} from '../../../src/lib/client/ambiguous.ts'
import {type JsonObject} from '../../../src/lib/client/wire.ts'
import {collect} from '../../../src/lib/collect.ts'
import {type Contact} from '../../../src/lib/contacts/contact.ts'
import {ContactImport} from '../../../src/lib/contacts/contact-import.ts'
import {CliError, interruptedError} from '../../../src/lib/errors.ts'
import {ExitCode} from '../../../src/lib/exit-code.ts'

const lost = (isUnderWay = false) =>
  new AmbiguousError('The reply was lost.', {code: 'ambiguous', exit: ExitCode.Unavailable, isUnderWay})

function failure(exit: ExitCode, message: string): CliError {
  return new CliError(message, {code: 'test', exit})
}

/** An address book that adds a field of its own to contacts; `strike` throws, before or after a contact is there. */
class Book {
  readonly contacts: Contact[] = []
  sent = 0
  reads = 0
  strike: (content: JsonObject, phase: 'before' | 'after') => void = () => undefined
  onRead: (nth: number) => void = () => undefined

  async create(content: JsonObject): Promise<Contact> {
    this.sent += 1
    await Promise.resolve()
    this.strike(content, 'before')
    const contact = {uuid: `u-${this.contacts.length}`, user_uuid: 'me', ...content, added: true}
    this.contacts.push(contact)
    this.strike(content, 'after')
    return contact
  }

  async *list(): AsyncIterable<Contact> {
    this.onRead((this.reads += 1))
    yield* this.contacts
  }
}

async function imported(book: Book, contents: readonly JsonObject[]) {
  const rows = contents.map((content, at) => ({line: at + 2, content}))
  const work = new ContactImport(book, rows)
  const outcomes = await collect(work.outcomes())
  expect(outcomes.map(({line}) => line)).toEqual(rows.map(({line}) => line))
  return {work, outcomes, words: outcomes.map(({outcome}) => outcome)}
}

const person = (first: string, rest: JsonObject = {}): JsonObject => ({name: {first}, ...rest})
const people = (count: number) => Array.from({length: count}, (_, at) => person(`P${at}`))

test('contacts are created, each once, and told by name, or by number', async () => {
  const book = new Book()
  const nameless = {phone_numbers: [{number: '12'}]}
  const {outcomes, words, work} = await imported(book, [
    ...people(11),
    person('Ada', {name: {first: 'Ada', last: 'Lund'}}),
    nameless,
  ])
  expect(words).toEqual(Array<string>(13).fill('created'))
  expect(outcomes.slice(-2).map(({name}) => name)).toEqual(['Ada Lund', '12'])
  expect([book.sent, book.reads, work.createdCount, work.failure]).toEqual([13, 1, 13, undefined])
})

describe('after a lost reply', () => {
  test('what is there was created, what is not was not', async () => {
    const book = new Book()
    book.strike = ({name}, phase) => {
      if ((name as JsonObject)['first'] === (phase === 'after' ? 'P1' : 'P2')) throw lost()
    }
    const {outcomes, words, work} = await imported(book, people(4))
    expect(words).toEqual(['created', 'created', 'failed', 'created'])
    expect(outcomes[1]?.uuid).toBe(book.contacts.find(({name}) => name?.first === 'P1')?.uuid)
    expect([book.sent, book.reads, work.stop]).toEqual([4, 2, undefined])
  })

  test('one that was there before, or is another row’s, does not count', async () => {
    const book = new Book()
    book.contacts.push({uuid: 'old', user_uuid: 'me', ...person('P0'), added: true})
    let losses = 0
    book.strike = (_, phase) => {
      if (phase === 'before' && (losses += 1) === 2) throw lost()
    }
    const {words} = await imported(book, [person('P0'), person('P0')])
    expect(words).toEqual(['created', 'failed'])
    expect(book.contacts).toHaveLength(2)
  })

  test('rows that are alike are told apart by how many there are', async () => {
    const book = new Book()
    book.strike = (_, phase) => {
      if (phase === 'after') throw lost()
    }
    const {words, outcomes} = await imported(book, [person('P0'), person('P0'), person('P0', {vip: true})])
    expect(words).toEqual(['created', 'created', 'created'])
    expect(new Set(outcomes.map(({uuid}) => uuid)).size).toBe(3)
  })

  test('a request that may be under way yet stays open', async () => {
    const book = new Book()
    book.strike = (_, phase) => {
      if (phase === 'before') throw lost(true)
    }
    const {outcomes} = await imported(book, people(1))
    expect(outcomes).toMatchObject([
      {outcome: 'unknown', message: 'The reply was lost. So far the platform shows that it was not.'},
    ])
  })

  test('and another to the question what is true, nobody knows, and nothing more is sent', async () => {
    const book = new Book()
    book.strike = ({name}, phase) => {
      if (phase === 'after' && (name as JsonObject)['first'] === 'P1') throw lost()
    }
    book.onRead = (nth) => {
      if (nth === 2) throw failure(ExitCode.Unavailable, 'No connection.')
    }
    const {outcomes, words, work} = await imported(book, people(7))
    expect(words).toEqual(['created', 'unknown', 'created', 'created', 'created', 'not sent', 'not sent'])
    expect(outcomes[1]?.message).toBe('The reply was lost. The platform did not say. No connection.')
    expect([book.sent, work.stop?.message]).toEqual([5, 'The reply was lost.'])
  })
})

test('a refused contact does not sink the others', async () => {
  const book = new Book()
  book.strike = ({name}) => {
    if ((name as JsonObject)['first'] === 'P3') throw failure(ExitCode.Refused, 'No such name.')
  }
  const {outcomes, words, work} = await imported(book, people(6))
  expect(words).toEqual(['created', 'created', 'created', 'refused', 'created', 'created'])
  expect([outcomes[3]?.message, work.failure?.message]).toEqual(['No such name.', 'No such name.'])
})

test.each([
  [failure(ExitCode.NotPermitted, 'No.'), 'failed'],
  [failure(ExitCode.NotFound, 'No such user.'), 'failed'],
  [interruptedError(), 'not sent'],
  [interruptedError('It may have been carried out.'), 'unknown'],
])('what makes all others pointless ends it: %s', async (error, word) => {
  const book = new Book()
  book.strike = () => {
    throw error
  }
  const {words, work} = await imported(book, people(7))
  expect(words).toEqual([...Array<string>(5).fill(word), 'not sent', 'not sent'])
  expect([book.sent, work.stop, work.createdCount]).toEqual([5, error, 0])
})
