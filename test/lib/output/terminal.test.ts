import {Writable} from 'node:stream'
import {text} from 'node:stream/consumers'
import {describe, expect, it} from 'vitest'
import {Printer} from '../../../src/lib/output/printer.ts'
import {Terminal} from '../../../src/lib/output/terminal.ts'
import {ended, startPiped} from './child.ts'
import {fakeTerminal} from './fake-terminal.ts'
import {type PrintJob} from './scripts/print.ts'

const print = new URL('scripts/print.ts', import.meta.url)
const messages = new URL('scripts/messages.ts', import.meta.url)
const ndjson = {options: {format: 'ndjson'}} satisfies PrintJob

describe('what is known about the terminal', () => {
  it.each([
    ['a plain terminal', {}, true, true],
    ['NO_COLOR', {NO_COLOR: '1'}, true, false],
    ['an empty NO_COLOR', {NO_COLOR: ''}, true, true],
    ['FORCE_COLOR over NO_COLOR', {FORCE_COLOR: '1', NO_COLOR: '1'}, true, true],
    ['FORCE_COLOR=0', {FORCE_COLOR: '0'}, true, false],
    ['a CI', {CI: 'true'}, false, false],
    ['a dumb terminal', {TERM: 'dumb'}, false, false],
  ])('%s', (_, environment, isInteractive, colour) => {
    const {terminal} = fakeTerminal({columns: 100, environment})
    expect(terminal).toMatchObject({isInteractive, colour: {stdout: colour, stderr: colour}, width: 100})
  })

  it('has no colour and nobody to ask in pipes, unless colour is forced', () => {
    expect(fakeTerminal().terminal).toMatchObject({isInteractive: false, colour: {stdout: false}, width: 80})
    expect(fakeTerminal({environment: {FORCE_COLOR: '1'}}).terminal.colour.stdout).toBe(true)
  })
})

describe('writing', () => {
  it('takes no more rows than the reader does', async () => {
    const held: (() => void)[] = []
    const stdout = new Writable({write: (_chunk, _encoding, done) => void held.push(done)})
    const {streams} = fakeTerminal().terminal
    const printer = new Printer({terminal: new Terminal({...streams, stdout}), format: 'ndjson'})
    let taken = 0
    const source = (function* () {
      for (; taken < 100_000; taken += 1) yield {uuid: `row ${taken}`}
    })()
    void printer.rows(source, {columns: [], noun: 'rows'})
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
    expect(taken).toBeGreaterThan(0)
    expect(taken).toBeLessThan(2000)
    while (taken < 100_000) {
      held.splice(0).forEach((done) => done())
      await new Promise(setImmediate)
    }
  })

  it('streams 100,000 rows whole, in the memory that 1,000 take', async () => {
    const [few, many] = [await listed(1000), await listed(100_000)]
    expect(few.lines).toBe(1000)
    expect(many.lines).toBe(100_000)
    expect(many.peak / few.peak).toBeLessThan(1.5)
  })

  it('gets everything out before the process ends', async () => {
    const child = startPiped(print, {...ndjson, count: 50_000, exit: 3})
    const [output, end] = await Promise.all([text(child.stdout), ended(child)])
    expect(end.code).toBe(3)
    expect(output.trimEnd().split('\n')).toHaveLength(50_000)
  })

  it('reports a full disk', async () => {
    const stdout = new Writable({write: (_chunk, _encoding, done) => done(new Error('no space left on device'))})
    const terminal = new Terminal({...fakeTerminal().terminal.streams, stdout})
    await terminal.out('little')
    await expect(terminal.flush()).rejects.toThrow('no space left on device')
    await expect(terminal.out('more')).rejects.toThrow('Cannot write to standard output: no space left on device')
  })
})

describe('closed pipes', () => {
  it('end the process quietly when nobody reads stdout any more', async () => {
    const child = startPiped(print, ndjson)
    child.stdout.once('data', () => child.stdout.destroy())
    const [messages, end] = await Promise.all([text(child.stderr), ended(child)])
    expect({messages, ...end}).toEqual({messages: '', code: 0, signal: null})
  })

  it('let the work go on when nobody reads stderr any more', async () => {
    const child = startPiped(messages)
    child.stderr.destroy()
    child.stdin.end()
    const [output, end] = await Promise.all([text(child.stdout), ended(child)])
    expect({output, ...end}).toEqual({output: 'work done\n', code: 0, signal: null})
  })
})

async function listed(count: number): Promise<{lines: number; peak: number}> {
  const child = startPiped(print, {...ndjson, count})
  const [output, messages] = await Promise.all([text(child.stdout), text(child.stderr)])
  return {lines: output.split('\n').length - 1, peak: Number(/peak (\d+)/.exec(messages)?.[1])}
}
