import {parse} from 'csv-parse/sync'
import {describe, expect, it} from 'vitest'
import {parse as parseYaml} from 'yaml'
import {outputFormats, type OutputFormat} from '../../../src/lib/output/format.ts'
import {Printer, type ListView, type PrinterOptions} from '../../../src/lib/output/printer.ts'
import {fakeTerminal} from './fake-terminal.ts'

const view: ListView = {columns: ['uuid', 'name', 'nested.list'], idField: 'uuid', noun: 'numbers'}
const rows = [
  {uuid: 'u-1', name: 'Tab\there', nested: {list: [1, 2]}, extra: true},
  {uuid: 'u-2', name: null, nested: {}, extra: false},
]

function printer(options: Partial<PrinterOptions> = {}, columns?: number) {
  const fake = fakeTerminal(columns === undefined ? {} : {columns})
  return {...fake, printer: new Printer({terminal: fake.terminal, format: 'table', ...options})}
}

async function printed(source: unknown[], options: Partial<PrinterOptions>, listView = view) {
  const fake = printer(options)
  await fake.printer.rows(source, listView)
  await fake.terminal.flush()
  return {out: fake.out(), err: fake.err()}
}

describe('rows in a pipe', () => {
  it('as a table are tab-separated without a header', async () => {
    expect((await printed(rows, {})).out).toBe('u-1\tTab\\there\t[1,2]\nu-2\t\t\n')
  })

  it('as JSON are one array of what came', async () => {
    const {out} = await printed(rows, {format: 'json'})
    expect(out).toBe(`${JSON.stringify(rows, null, 2)}\n`)
  })

  it('as ndjson are one line each', async () => {
    const {out} = await printed(rows, {format: 'ndjson'})
    expect(out).toBe(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  })

  it('as CSV have a header and come back as they were', async () => {
    const hostile = [{uuid: '+19412340001', name: 'a "b",\nc', 'nested': {list: '=1+1'}}] // prettier-ignore
    const {out} = await printed(hostile, {format: 'csv'})
    expect(out).toMatch(/^uuid,name,nested\.list\n\+19412340001,/)
    expect(parse(out, {columns: true})).toEqual([{uuid: '+19412340001', name: 'a "b",\nc', 'nested.list': '=1+1'}])
  })

  it('as YAML are one document', async () => {
    expect(parseYaml((await printed(rows, {format: 'yaml'})).out)).toEqual(rows)
  })

  it('as ids are one a line', async () => {
    expect((await printed(rows, {format: 'id'})).out).toBe('u-1\nu-2\n')
    await expect(printed(rows, {format: 'id'}, {...view, idField: undefined})).rejects.toThrow('these rows have no id')
  })

  it.each([
    ['table', ''],
    ['json', '[]\n'],
    ['ndjson', ''],
    ['csv', 'uuid,name,nested.list\n'],
    ['yaml', '[]\n'],
    ['id', ''],
  ] as const)('when there are none, as %s', async (format, out) => {
    const result = await printed([], {format})
    expect(result).toEqual({out, err: format === 'table' ? 'No numbers found.\n' : ''})
  })
})

describe('what the user selects', () => {
  it('--columns cuts rows down to them in every format', async () => {
    const columns = ['extra,uuid']
    expect((await printed(rows, {columns})).out).toBe('true\tu-1\nfalse\tu-2\n')
    expect(JSON.parse((await printed(rows, {columns, format: 'json'})).out)).toEqual(
      rows.map(({extra, uuid}) => ({extra, uuid})),
    )
    expect((await printed(rows, {columns, format: 'csv'})).out).toBe('extra,uuid\ntrue,u-1\nfalse,u-2\n')
  })

  it('an unknown column is a usage error, and nothing is written', async () => {
    const fake = printer({columns: ['nam']})
    await expect(fake.printer.rows(rows, view)).rejects.toMatchObject({
      exit: 2,
      message: expect.stringContaining('Did you mean name?') as string,
    })
    expect(fake.out()).toBe('')
  })

  it('--where, --sort-by and a limit work in that order, and stop taking rows as soon as they can', async () => {
    const many = Array.from({length: 20}, (_, number) => ({uuid: `u-${number}`, even: number % 2 === 0}))
    const options = {format: 'id', where: ['even=true']} as const
    expect((await printed(many, {...options, sortBy: ['-uuid']}, {...view, limit: 2})).out).toBe('u-18\nu-16\n')
    let taken = 0
    const fake = printer(options)
    const source = (function* () {
      for (const row of many) {
        taken += 1
        yield row
      }
    })()
    expect(await fake.printer.rows(source, {...view, limit: 2})).toBe(2)
    expect(taken).toBe(3)
  })
})

describe('the note that there is more', () => {
  const told = async (options: Partial<PrinterOptions>, listView: Partial<ListView>, columns?: number) => {
    const fake = printer({format: 'id', ...options}, columns)
    await fake.printer.rows(rows, {...view, ...listView})
    await fake.terminal.flush()
    return fake.err()
  }

  it('is for terminals, and says how many there are', async () => {
    expect(await told({}, {total: () => 1234}, 80)).toBe('Showing 2 of 1,234 numbers. Use --all or --limit for more.\n')
    expect(await told({}, {total: () => 1234})).toBe('')
    expect(await told({}, {total: () => 2}, 80)).toBe('')
  })

  it('does not count what --where left out', async () => {
    expect(await told({where: ['extra=true']}, {total: () => 9}, 80)).toBe(
      'Showing the first 1 matching numbers. Use --all or --limit for more.\n',
    )
    expect(await told({where: ['extra=true']}, {total: () => 2}, 80)).toBe('')
  })
})

describe('an object', () => {
  const object = {uuid: 'u-1', name: 'Desk', nested: {list: []}}
  const out = async (format: OutputFormat, columns?: number) => {
    const fake = printer({format}, columns)
    await fake.printer.object(object, view)
    await fake.terminal.flush()
    return fake.out()
  }

  it('is a line in pipes and the document that came in JSON and YAML', async () => {
    expect(await out('table')).toBe('u-1\tDesk\t[]\n')
    expect(await out('json')).toBe(`${JSON.stringify(object, null, 2)}\n`)
    expect(await out('ndjson')).toBe(`${JSON.stringify(object)}\n`)
    expect(parseYaml(await out('yaml'))).toEqual(object)
    expect(await out('id')).toBe('u-1\n')
    expect(await out('csv')).toBe('uuid,name,nested.list\nu-1,Desk,[]\n')
  })
})

describe('an empty reply', () => {
  it.each(outputFormats)('is told to people only, and is null where a document must be: %s', async (format) => {
    const fake = printer({format})
    await fake.printer.empty('Deleted.')
    await fake.terminal.flush()
    const isDocument = format === 'json' || format === 'yaml'
    expect({out: fake.out(), err: fake.err()}).toEqual({
      out: isDocument ? 'null\n' : '',
      err: format === 'table' ? 'Deleted.\n' : '',
    })
  })
})

describe('text', () => {
  it('is as it came in pipes, and a string in JSON', async () => {
    const shown = async (format: OutputFormat) => {
      const fake = printer({format})
      await fake.printer.text('a\u001bb')
      await fake.terminal.flush()
      return fake.out()
    }
    expect(await shown('table')).toBe('a\u001bb\n')
    expect(await shown('json')).toBe('"a\\u001bb"\n')
  })
})
