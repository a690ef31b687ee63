import stringWidth from 'string-width'
import {describe, expect, it} from 'vitest'
import {startInTerminal, type PtyOptions} from './child.ts'
import {type PrintJob} from './scripts/print.ts'

const print = new URL('scripts/print.ts', import.meta.url)

const rows = [
  {uuid: '0f2c9a52-7f4e-4c8e-9f2b-1f2a3b4c5d6e', name: 'Reception desk, ground floor, left of the entrance', city: '東京都千代田区', state: 'active'},
  {uuid: '7d1e8b41-6a3d-4b7f-8e1a-0e1f2a3b4c5d', name: 'Jürg 😀😀', city: null, state: 'off'},
] // prettier-ignore
const view = {columns: ['uuid', 'name', 'city', 'state'], idField: 'uuid', noun: 'phones'}

async function shown(job: PrintJob, options: PtyOptions): Promise<string[]> {
  const run = startInTerminal(print, [job], options)
  expect(await run.exit).toBe(0)
  const lines = run.output().split('\r\n')
  return lines.filter((line) => line !== '' && !line.startsWith('peak '))
}

function plain(text: string): string {
  return text.replaceAll('\u001b[1m', '').replaceAll('\u001b[22m', '')
}

describe('a table on a terminal', () => {
  const job: PrintJob = {options: {format: 'table'}, rows, view}

  it.each([40, 80])('is cut to %i columns and stays aligned', async (columns) => {
    const [header = '', ...lines] = (await shown(job, {columns})).map(plain)
    expect(lines).toHaveLength(2)
    expect(header).toMatch(/^UUID +NAME +CITY +STATE$/)
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
    const starts = lines.map((line) => stringWidth(line.slice(0, line.search(/active|off/))))
    expect(starts).toEqual([header.indexOf('STATE'), header.indexOf('STATE')])
    expect(lines[0]).toContain('…')
  })

  it('is whole where there is room', async () => {
    const [header = '', ...lines] = await shown(job, {columns: 200})
    expect(header).toMatch(/^\u001b\[1mUUID .*\u001b\[22m$/)
    for (const [index, row] of rows.entries()) {
      expect(lines[index]).toMatch(new RegExp(`^${row.uuid}  ${row.name} +${row.city ?? ''} +${row.state}$`))
    }
  })

  it('has no escape sequence under NO_COLOR', async () => {
    const lines = await shown(job, {columns: 80, env: {NO_COLOR: '1'}})
    expect(lines.join('')).not.toContain('\u001b')
  })

  it('says which columns do not fit', async () => {
    const lines = await shown({...job, view: {...view, columns: [...view.columns, 'a', 'b']}}, {columns: 30})
    expect(lines.at(-1)).toContain('Too narrow for: ')
    expect(lines.join(' ')).toMatch(/Too narrow for: a, b\./)
  })

  it('shows an object as fields, and goes on below where a value is long', async () => {
    const object = {...rows[0], text: `two\nlines ${'long '.repeat(20)}end`}
    const lines = (
      await shown(
        {options: {format: 'table'}, object, view: {...view, columns: ['uuid', 'city', 'text']}},
        {columns: 50},
      )
    ).map(plain)
    expect(lines.slice(0, 3)).toEqual([`UUID  ${rows[0]?.uuid}`, 'CITY  東京都千代田区', 'TEXT  two'])
    expect(lines.join('').replaceAll(/\s+/g, '')).toContain(`lines${'long'.repeat(20)}end`)
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(50)
  })
})

describe('hostile strings on a terminal', () => {
  const hostile = '\u001b[2J\u009b31m\u0007\u202egnp\u007f'
  const forbidden = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

  it.each(['table', 'json', 'ndjson', 'csv', 'yaml', 'id'] as const)('are made visible in %s', async (format) => {
    const row = {uuid: `id${hostile}`, name: hostile}
    const env = {NO_COLOR: '1'}
    const listed = await shown({options: {format}, rows: [row]}, {columns: 120, env})
    const single = await shown({options: {format}, object: row}, {columns: 120, env})
    for (const lines of [listed, single]) {
      expect(lines.join('\n')).not.toMatch(forbidden)
      expect(lines.join('\n')).toMatch(/gnp/)
    }
  })

  it.each(['table', 'json'] as const)('are made visible in an error (%s)', async (format) => {
    const lines = await shown({options: {format}, error: hostile}, {columns: 120, env: {NO_COLOR: '1'}})
    expect(lines.join('\n')).not.toMatch(forbidden)
    expect(lines.join('\n')).toContain('gnp')
  })
})
