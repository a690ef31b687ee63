import {createHash} from 'node:crypto'
import {describe, expect, test} from 'vitest'
import {endpointForm, handlerForm, productPlaceholder} from '../../../src/lib/murano/code/script-header.ts'
import {changedScriptFile, readScriptFile, withHeader} from '../../../src/lib/murano/code/script-file.ts'
import {canonicalScript, fileChecksum} from '../../../src/lib/murano/code/script-text.ts'

const twoEndpoints = `-- kept as it is
--#ENDPOINT get /a
return 1

--#ENDPOINT POST /b/{id} text/csv; charset=utf-8
return 2
`

describe('a file of endpoints', () => {
  const file = readScriptFile(twoEndpoints, endpointForm)

  test('is taken apart at its headers, with methods in capitals and JSON where no type is said', () => {
    expect(file.sections.map(({header, name}) => ({...header, name}))).toEqual([
      {method: 'GET', path: '/a', content_type: 'application/json', name: 'GET /a'},
      {method: 'POST', path: '/b/{id}', content_type: 'text/csv; charset=utf-8', name: 'POST /b/{id}'},
    ])
  })

  test('gives scripts with their header in the usual form and without empty lines behind them', () => {
    expect(file.sections.map(({text}) => text)).toEqual([
      '--#ENDPOINT GET /a\nreturn 1\n',
      '--#ENDPOINT POST /b/{id} text/csv; charset=utf-8\nreturn 2\n',
    ])
  })

  test('is the same when nothing is changed, and keeps to the letter what is not', () => {
    expect(changedScriptFile(file, new Map())).toBe(twoEndpoints)
    const changes = new Map([
      ['POST /b/{id}', undefined],
      ['GET /c', '--#ENDPOINT GET /c\nreturn 3\n'],
    ])
    expect(changedScriptFile(file, changes)).toBe(
      '-- kept as it is\n--#ENDPOINT get /a\nreturn 1\n\n--#ENDPOINT GET /c\nreturn 3\n',
    )
  })
})

test('a script gets the header that it has not, and another one in place of a wrong one', () => {
  const header = {method: 'GET', path: '/a', content_type: 'application/json'}
  expect(withHeader('return 1', header, endpointForm)).toBe('--#ENDPOINT GET /a\nreturn 1\n')
  expect(withHeader('--#ENDPOINT put /z\nreturn 1', header, endpointForm)).toBe('--#ENDPOINT GET /a\nreturn 1\n')
})

test('the placeholder of a handler stands for the project’s product, and for itself where there is none', () => {
  const text = `--#EVENT ${productPlaceholder} event\nreturn\n`
  expect(readScriptFile(text, handlerForm('p1')).sections[0]!.text).toBe('--#EVENT p1 event\nreturn\n')
  expect(readScriptFile(text, handlerForm(undefined)).sections[0]!.name).toBe('{product.id}_event')
})

test('a header within a line, or with too little behind it, is none', () => {
  expect(readScriptFile('x = 1 --#ENDPOINT GET /a\n--#ENDPOINT GET\n', endpointForm).sections).toEqual([])
})

test('scripts with line ends of Windows are the same', () => {
  expect(canonicalScript('a\r\nb\r\n\r\n')).toBe(canonicalScript('a\nb'))
})

test('the checksum of a file is that of its hexadecimal digits, wherever its pieces end', async () => {
  async function* pieces(): AsyncIterable<Uint8Array> {
    yield Buffer.from('<h1>')
    yield Buffer.from('ü</h1>')
  }
  const expected = createHash('sha1').update('3c68313ec3bc3c2f68313e').digest('hex')
  expect(await fileChecksum(pieces())).toBe(expected)
})
