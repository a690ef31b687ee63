import {describe, expect, test} from 'vitest'
import {type JsonObject} from '../../../src/lib/client/wire.ts'
import {collect} from '../../../src/lib/collect.ts'
import {type Contact, contentOf} from '../../../src/lib/contacts/contact.ts'
import {contactFormats, type ContactFormat} from '../../../src/lib/contacts/contact-format.ts'
import {readContacts} from '../../../src/lib/contacts/read-contacts.ts'
import {writeContacts} from '../../../src/lib/contacts/write-contacts.ts'

const numbers = [
  {number: '+19415550141', preferred: true, type: 'Home'},
  {number: '(941) 555-0151', preferred: false, type: 'Fax'},
]

/** Contacts that are hard to write down. */
const contents: JsonObject[] = [
  {name: {first: 'Ingrid', last: 'Solberg'}, phone_numbers: numbers},
  {name: {first: 'Marcus'}},
  {phone_numbers: [{number: '12'}]},
  {name: {first: '', last: '"Bob" Smith'}, phone_numbers: []},
  {name: {first: 'a,b;c', last: 'two\nlines\r\nand\ttab', middle: 'Ø 山 👩‍🚀 \u2028'}},
  {name: {first: ' spaces ', last: '-'}, note: ' begins and ends with a space '},
  {name: {}, phone_numbers: [{number: '+1', preferred: true, type: 'Work Fax, upstairs'}]},
  {name: {first: 'x', title: {short: 'Dr.'}}, tags: ['a', 'b'], empty: {}, none: null, vip: true, age: 41, code: '007'},
  {name: {first: 'x'}, vip: 'yes', age: '41', code: 7, none: 'null', 'odd.name': 1, 'a:json': 'x', ' b': {'c.d': 2}},
  {name: 'no object', organization: 'Acme; Inc, Ltd', title: '', emails: [{address: 'a@b.example', type: 'Work'}]},
  {emails: [{address: 'a@b.example', preferred: true}], note: 'one\\ntwo: "three"', __proto__x: 'y'},
  {phone_numbers: [null, {number: 5}, 'x'], nested: [[1, [2]], [{a: []}]]},
  {long: Array.from({length: 200}, (_, index) => index)},
]

const contacts = contents.map((content, at) => ({uuid: `u-${at}`, user_uuid: 'me', ...content})) as unknown as Contact[]

async function* each<T>(rows: readonly T[]): AsyncIterable<T> {
  yield* rows
}

const written = async (all: readonly Contact[], format: ContactFormat) =>
  (await collect(writeContacts(each(all), format))).join('')

/** Those that an import takes: numbers are text there. */
const importable = contacts.filter((_, at) => ![9, 11].includes(at))

describe.each(contactFormats)('%s', (format) => {
  test('loses nothing of contacts, one by one', async () => {
    for (const contact of importable) {
      const {rows} = await readContacts(await written([contact], format), format, 'file')
      expect(rows.map(({content}) => content)).toEqual([contentOf(contact)])
    }
  })

  test('loses nothing of contacts that stand beside others', async () => {
    const {rows, leftOut} = await readContacts(await written(importable, format), format, 'file')
    expect(rows.map(({content}) => content)).toEqual(importable.map(contentOf))
    expect(leftOut).toEqual([])
  })

  test('of nothing is a whole file, too', async () => {
    const text = await written([], format)
    expect(text).toBe({csv: 'uuid,user_uuid,name.first,name.last\n', vcard: '', json: '[]\n'}[format])
  })
})

test('CSV has plain columns for plain contacts', async () => {
  const plain = {
    uuid: 'u',
    user_uuid: 'me',
    name: {first: 'Ada', last: 'Lund'},
    phone_numbers: numbers,
    company: 'Acme',
  }
  expect(await written([plain], 'csv')).toBe(
    [
      'uuid,user_uuid,name.first,name.last,company,phone_numbers[0].number,phone_numbers[0].preferred,phone_numbers[0].type,' +
        'phone_numbers[1].number,phone_numbers[1].preferred,phone_numbers[1].type\n',
      'u,me,Ada,Lund,Acme,+19415550141,true,Home,(941) 555-0151,false,Fax\n',
    ].join(''),
  )
})

test('a vCard of a plain contact has nothing of our own in it', async () => {
  const plain = {uuid: 'u', user_uuid: 'me', name: {first: 'Ada', last: 'Lund'}, phone_numbers: numbers}
  expect(await written([plain], 'vcard')).toBe(
    [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:Ada Lund',
      'N:Lund;Ada;;;',
      'TEL;TYPE=HOME,PREF:+19415550141',
      'TEL;TYPE=FAX:(941) 555-0151',
      'END:VCARD',
      '',
    ].join('\r\n'),
  )
})
