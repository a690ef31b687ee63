import {describe, expect, test} from 'vitest'
import {type CliError} from '../../../src/lib/errors.ts'
import {type ContactFormat} from '../../../src/lib/contacts/contact-format.ts'
import {readContacts} from '../../../src/lib/contacts/read-contacts.ts'

const read = (text: string, format: ContactFormat) => readContacts(text, format, 'file')
const contentsOf = async (text: string, format: ContactFormat) =>
  (await read(text, format)).rows.map((row) => row.content)
const refused = async (text: string, format: ContactFormat) => {
  const error = (await read(text, format).catch((reason: unknown) => reason)) as CliError
  return [error.message, ...error.details]
}

describe('CSV', () => {
  test('of a spreadsheet is read: a mark at its begin, blanks in the header, columns left empty', async () => {
    const text =
      '\uFEFFname.first , name.last,phone_numbers[0].number,phone_numbers[1].number,,zip\r\nAda,,,+1415,,01234\r\n\r\n'
    expect(await contentsOf(text, 'csv')).toEqual([
      {name: {first: 'Ada'}, phone_numbers: [{number: '+1415'}], zip: '01234'},
    ])
  })

  test('tells the line that each contact begins on', async () => {
    const {rows} = await read('name.first\nAda\n\n"two\nlines"\nBen\n', 'csv')
    expect(rows.map(({line}) => line)).toEqual([2, 4, 6])
  })

  test('with bad rows is refused with all of them', async () => {
    const text = [
      'name.first,phone_numbers[0].number,phone_numbers[0].preferred,age:json,',
      'Ada,+1415,true,41,',
      'Ben,,maybe,x,',
      ',,,,',
      'Cleo,,true,,',
      'Dana,+1,,,stray',
    ].join('\n')
    expect(await refused(text, 'csv')).toEqual([
      'file: 4 of 5 contacts are not right. None was created.',
      'line 3: phone_numbers[0].preferred must be true or false; age:json is not JSON.',
      'line 4: holds nothing.',
      'line 5: phone_numbers[0].number is missing.',
      'line 6: “stray” is in a column without a name.',
    ])
  })

  test.each([
    ['name.first,name.first\nA,B\n', 'file: there are two columns “name.first”.'],
    ['name.,x\nA,B\n', 'The field “name.” is not a path: it goes wrong at character 5.'],
    ['name,name.first\nA,B\n', 'file: 1 of 1 contacts are not right. None was created.'],
    ['name.first\n"Ada\n', 'file is not CSV: Quote Not Closed'],
    ['name.first\n', 'file holds no contacts.'],
    ['First Name,Mobile\nAda,+1415\n', 'file has no column with a name or a number.'],
    ['uuid,name.first\nu-1,\n', 'file: 1 of 1 contacts are not right. None was created.'],
  ])('like %j is refused', async (text, message) => {
    expect((await refused(text, 'csv'))[0]).toContain(message)
  })
})

test('a CSV file of unknown columns alone is refused with what they may be; slips beside known ones are told', async () => {
  expect(await refused('phone_numbers,Mobile\n', 'csv')).toEqual(['file holds no contacts.'])
  expect(await refused('Name,phone,Age\nAda,+1415,41\n', 'csv')).toEqual([
    'file has no column with a name or a number.',
    '“Name” is not a field that contacts have of themselves. Did you mean name.first or name.last?',
    '“phone” is not a field that contacts have of themselves. Did you mean phone_numbers[0].number or phone_numbers[0].preferred or phone_numbers[0].type?',
    '“Age” is not a field that contacts have of themselves.',
  ])
  const {rows, doubts} = await read(
    'name.first,name.lst,phone_numbers[1].number,age,name.middle\nAda,Lund,+1,41,M\n',
    'csv',
  )
  expect(rows).toMatchObject([{content: {name: {first: 'Ada', lst: 'Lund', middle: 'M'}, age: '41'}}])
  expect(doubts).toEqual(['The column “name.lst” becomes a field of that name. Did you mean name.last?'])
})

describe('JSON', () => {
  test('with bad elements is refused with their lines', async () => {
    const text =
      '[\n  {"name": {"first": "Ada, [x]\\"{"}},\n  7,\n  {\n    "phone_numbers": [{"type": 1}]\n  }, {}\n]\n'
    expect(await refused(text, 'json')).toEqual([
      'file: 3 of 4 contacts are not right. None was created.',
      'line 3: is not an object.',
      'line 4: phone_numbers[0].number is missing; phone_numbers[0].type is 1, and must be text.',
      'line 6: holds nothing.',
    ])
  })

  test.each([
    ['{"name": {}}', 'is not a JSON array'],
    ['[1,', 'is not JSON'],
    ['[]', 'holds no contacts'],
  ])('%s is refused', async (text, message) => {
    expect((await refused(text, 'json'))[0]).toContain(message)
  })
})

describe('vCards', () => {
  const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')

  test('of other programs are read', async () => {
    const phone = card(
      'N:Lund;Ada;M.;Dr.;',
      'FN:Dr. Ada Lund',
      'TEL;type=CELL;type=VOICE;type=pref:(415) 555-0100',
      'item1.TEL;type=WORK,FAX:+1 415',
      ' 555 0101',
      'item1.X-ABLabel:Office',
      'EMAIL;TYPE=INTERNET;TYPE=HOME:ada@lund.example',
      'ORG:Acme\\; Inc;Sales',
      'NOTE:one\\ntwo\\, three',
    )
    const four =
      'BEGIN:VCARD\nVERSION:4.0\nFN:Ben van Ortiz\nTEL;VALUE=uri;TYPE="voice,home";PREF=1:tel:+1-415\nEND:VCARD\n'
    expect(await contentsOf(phone + four, 'vcard')).toEqual([
      {
        name: {first: 'Ada', last: 'Lund', middle: 'M.', prefix: 'Dr.'},
        phone_numbers: [
          {number: '(415) 555-0100', preferred: true, type: 'Mobile'},
          {number: '+1 415555 0101', preferred: false, type: 'Fax'},
        ],
        emails: [{address: 'ada@lund.example', type: 'Home'}],
        organization: 'Acme; Inc Sales',
        note: 'one\ntwo, three',
      },
      {name: {first: 'Ben van', last: 'Ortiz'}, phone_numbers: [{number: '+1-415', preferred: true, type: 'Home'}]},
    ])
  })

  test('have properties that no field is for: they are named', async () => {
    const {leftOut} = await read(
      card('FN:Ada', 'ADR;TYPE=HOME:;;1 Main St;Tampa;FL;33602;US', 'BDAY:1990-01-01'),
      'vcard',
    )
    expect(leftOut).toEqual(['ADR', 'BDAY'])
  })

  test('that are none are refused with all of their lines', async () => {
    const text = `${card('FN:Ada')}stray\nBEGIN:VCARD\nVERSION:2.1\nN:Old\nEND:VCARD\n${card('no colon here')}BEGIN:VCARD\nFN:open\n`
    expect(await refused(text, 'vcard')).toEqual([
      'file: 4 of 5 contacts are not right. None was created.',
      'line 5: is outside of any vCard.',
      'line 6: is not a vCard: version 2.1 is too old; have it written as 3.0 or 4.0.',
      'line 10: is not a vCard: invalid line (no token ";" or ":") "no colon here".',
      'line 14: is a vCard without END:VCARD.',
    ])
  })
})
