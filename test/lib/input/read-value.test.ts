import {chmod, mkdtemp, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {describe, expect, it} from 'vitest'
import {InputReader} from '../../../src/lib/input/read-value.ts'
import {ended, startInTerminal, startPiped} from '../output/child.ts'
import {fakeTerminal} from '../output/fake-terminal.ts'

const echo = new URL('scripts/echo-input.ts', import.meta.url)

function reader(input?: string | Uint8Array, environment: Record<string, string> = {}) {
  const fake = fakeTerminal()
  if (input !== undefined) fake.stdin.end(input)
  return {...fake, reader: new InputReader(fake.terminal, environment)}
}

async function file(content: string | Uint8Array, name = 'value.txt'): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'commsctl-input-')), name)
  await writeFile(path, content)
  return path
}

describe('a value', () => {
  it('is the text itself, a file or standard input', async () => {
    expect(await reader().reader.value('plain', '--text')).toBe('plain')
    expect(await reader().reader.value('@@handle', '--text')).toBe('@handle')
    expect(await reader().reader.value(`@${await file('from\na file\r\n\n')}`, '--text')).toBe('from\na file')
    expect(await reader('piped\n').reader.value('-', '--text')).toBe('piped')
  })

  it('of standard input is there once', async () => {
    const {reader: input} = reader('piped')
    await input.value('-', '--text')
    await expect(input.value('-', '--title')).rejects.toThrow('Standard input can be read once: --text and --title')
  })

  it('of standard input is read to its end, however slowly it comes', async () => {
    const child = startPiped(echo)
    child.stdin.write('begin ')
    await new Promise((resolve) => child.stderr.once('data', resolve))
    for (const word of ['é', 'nd', '\n']) {
      for (const byte of Buffer.from(word)) child.stdin.write(Uint8Array.of(byte))
      await new Promise(setImmediate)
    }
    child.stdin.end()
    const [out, {code}] = await Promise.all([text(child.stdout), ended(child)])
    expect({out, code}).toEqual({out: '"begin énd"\n', code: 0})
  })

  it('that a terminal must give is asked for', async () => {
    const run = startInTerminal(echo, [])
    await run.shows('Reading TEXT from the terminal. End with Ctrl-D.')
    run.pty.write('typed\r')
    run.pty.write('\u0004')
    expect(await run.exit).toBe(0)
    expect(run.output()).toContain('"typed"')
  })

  it.each([
    ['empty standard input', '-', 'TEXT: standard input is empty.'],
    ['a missing file', '@/nonexistent/file', 'TEXT: the file /nonexistent/file does not exist.'],
    ['a folder', '@/', 'TEXT: the file / is a folder.'],
    ['no file name', '@', 'TEXT: @ is not followed by the name of a file.'],
    ['nothing', '', 'TEXT is empty.'],
  ])('%s is a usage error', async (_, typed, message) => {
    await expect(reader('\n \n').reader.value(typed, 'TEXT')).rejects.toMatchObject({exit: 2, message})
  })

  it('of an empty, an unreadable or a binary file is a usage error that names it', async () => {
    const [empty, binary, locked] = [await file(''), await file(Uint8Array.of(0xff, 0xfe, 0x00)), await file('x')]
    await expect(reader().reader.value(`@${empty}`, 'TEXT')).rejects.toThrow(`the file ${empty} is empty.`)
    await expect(reader().reader.value(`@${binary}`, 'TEXT')).rejects.toThrow(`the file ${binary} is not UTF-8 text.`)
    await chmod(locked, 0)
    if (process.getuid?.() === 0) return
    await expect(reader().reader.value(`@${locked}`, 'TEXT')).rejects.toThrow(
      `the file ${locked} may not be read by you.`,
    )
  })
})

describe('a secret', () => {
  it('comes from standard input, a file or a variable without a warning', async () => {
    const {reader: input, err} = reader('from stdin\n', {TOKEN: 'from env'})
    expect(await input.secret('-', '--token')).toBe('from stdin')
    expect(await input.secret('env:TOKEN', '--token')).toBe('from env')
    expect(await input.secret(`@${await file('from file\n')}`, '--token')).toBe('from file')
    expect(err()).toBe('')
  })

  it('typed out works, with a warning that does not hold it', async () => {
    const {reader: input, err, terminal} = reader()
    expect(await input.secret('hunter2', '--password')).toBe('hunter2')
    await terminal.flush()
    expect(err()).toMatch(/^Warning: .*ps.*history.*--password as -, @FILE or env:NAME/)
    expect(err()).not.toContain('hunter2')
  })

  it('of a variable that is missing or empty is a usage error', async () => {
    await expect(reader().reader.secret('env:ABSENT', '--token')).rejects.toThrow('the variable ABSENT is not set')
    await expect(reader(undefined, {BLANK: ''}).reader.secret('env:BLANK', '--token')).rejects.toThrow('BLANK is empty')
  })
})

describe('JSON', () => {
  it('is text, a file or standard input; a .yaml file is YAML', async () => {
    expect(await reader().reader.json('{"a": [1, null]}', '--body')).toEqual({a: [1, null]})
    expect(await reader('[true]').reader.json('-', '--body')).toEqual([true])
    expect(await reader().reader.json(`@${await file('a:\n  - b\n', 'body.yaml')}`, '--body')).toEqual({a: ['b']})
    expect(await reader('a: true').reader.structured('-', '--from-file')).toEqual({a: true})
    expect(await reader('zip: 01234\nn: [+1941]').reader.structured('-', '--from-file')).toEqual({
      zip: '01234',
      n: ['+1941'],
    })
  })

  it('that is malformed says where, and shows the spot', async () => {
    const bad = await file('{\n  "a": 1,\n  "b": tru\n}\n', 'bad.json')
    await expect(reader().reader.json(`@${bad}`, '--body')).rejects.toMatchObject({
      exit: 2,
      message: expect.stringMatching(/^--body: the file .*bad\.json is not JSON: line 3, column \d+: /) as string,
      details: ['  "b": tru', expect.stringMatching(/^ +\^$/) as string],
    })
  })

  it('and YAML say where they are malformed', async () => {
    const bad = await file('brand:\n  name: "open\n  ein: 1\n', 'bad.yml')
    await expect(reader().reader.structured(bad, '--from-file')).rejects.toMatchObject({
      exit: 2,
      message: expect.stringMatching(/bad\.yml is not YAML: line \d+, column \d+: /) as string,
    })
  })

  it('shows a part only of a long line', async () => {
    const text = `{"a": "${'x'.repeat(5000)}", oops}`
    const error: unknown = await reader()
      .reader.json(text, '--body')
      .catch((thrown: unknown) => thrown)
    const [line = '', caret = ''] = (error as {details: string[]}).details
    expect(line.length).toBeLessThan(80)
    expect(line[caret.indexOf('^')]).toBe('o')
  })
})

describe('-F', () => {
  it('types plain values and reads references as text', async () => {
    const {reader: input} = reader('42\n')
    expect(await input.field('a.b=42')).toEqual(['a.b', 42])
    expect(await input.field('a.b=-')).toEqual(['a.b', '42'])
    expect(await input.field(`text=@${await file('7')}`)).toEqual(['text', '7'])
    expect(await input.field('handle=@@x')).toEqual(['handle', '@x'])
    expect(await input.field('empty=')).toEqual(['empty', ''])
    expect(await input.field('list[]')).toEqual(['list', []])
  })
})
