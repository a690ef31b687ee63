import {describe, expect, it} from 'vitest'
import {checkJq} from '../../../src/lib/output/jq.ts'
import {Printer} from '../../../src/lib/output/printer.ts'
import {fakeTerminal} from './fake-terminal.ts'

async function results(program: string, value: unknown, columns?: number) {
  const fake = fakeTerminal(columns === undefined ? {} : {columns})
  const printer = new Printer({terminal: fake.terminal, format: 'table', jq: program})
  const failure: unknown = await printer.object(value, {columns: []}).catch((error: unknown) => error)
  await fake.terminal.flush()
  return {out: fake.out(), err: fake.err(), failure}
}

describe('checking a jq program', () => {
  it('says with the place what is wrong with it', async () => {
    await expect(checkJq('.a |')).rejects.toMatchObject({
      exit: 2,
      message: '--jq: syntax error, unexpected end of file, line 1, column 4:',
      details: ['.a |', '   ^'],
    })
    await expect(checkJq('.[] | foo')).rejects.toThrow('foo/0 is not defined')
  })

  it('does not run it', async () => {
    await expect(checkJq('error("ran")')).resolves.toBeUndefined()
    await expect(checkJq('-1')).resolves.toBeUndefined()
  })
})

describe('running a jq program', () => {
  it('gives a result a line, strings as they are and the rest as compact JSON', async () => {
    const {out} = await results('.a[], "", " two\\nlines "', {a: ['x', {b: [1, null]}, 2.5, true]})
    expect(out).toBe('x\n{"b":[1,null]}\n2.5\ntrue\n\n two\nlines \n')
  })

  it('sees all rows as one array', async () => {
    const fake = fakeTerminal()
    const printer = new Printer({terminal: fake.terminal, format: 'ndjson', jq: 'length, .[1].n', where: ['keep=true']})
    await printer.rows([{n: 1, keep: true}, {n: 2, keep: false}, {n: 3, keep: true}], {columns: [], noun: 'rows'}) // prettier-ignore
    await fake.terminal.flush()
    expect(fake.out()).toBe('2\n3\n')
  })

  it('that fails is a usage error, after the results until then', async () => {
    const {out, failure} = await results('.a, .a.b', {a: 'x'})
    expect(out).toBe('x\n')
    expect(failure).toMatchObject({exit: 2, message: expect.stringMatching(/^--jq: Cannot index string/) as string})
  })

  it('can say something on stderr', async () => {
    expect(await results('debug | .a', {a: 1})).toMatchObject({out: '1\n', err: '["DEBUG:",{"a":1}]\n'})
  })

  it('gives nothing for an empty reply’s null', async () => {
    const fake = fakeTerminal()
    await new Printer({terminal: fake.terminal, format: 'table', jq: '.uuid'}).empty('Deleted.')
    await fake.terminal.flush()
    expect({out: fake.out(), err: fake.err()}).toEqual({out: 'null\n', err: ''})
  })

  it('makes hostile strings visible on a terminal only', async () => {
    const value = {text: 'a\u001b[31m\u009bb'}
    expect((await results('.text, .', value)).out).toBe('a\u001b[31m\u009bb\n{"text":"a\\u001b[31m\u009bb"}\n')
    expect((await results('.text, .', value, 80)).out).toBe('a␛[31m\\u009bb\n{"text":"a\\u001b[31m\\u009bb"}\n')
  })

  it('takes and gives ten megabytes', async () => {
    const rows = Array.from({length: 100_000}, (_, number) => ({number, text: 'é'.repeat(50)}))
    const {out} = await results('.[]', rows)
    expect(out.split('\n')).toHaveLength(100_001)
    expect(JSON.parse(out.split('\n')[99_999] ?? '')).toEqual(rows[99_999])
  })
})
