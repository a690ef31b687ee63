import {text} from 'node:stream/consumers'
import {describe, expect, it} from 'vitest'
import {Waiting} from '../../../src/lib/output/progress.ts'
import {ended, startInTerminal, startPiped} from './child.ts'
import {fakeTerminal} from './fake-terminal.ts'

const script = new URL('scripts/progress.ts', import.meta.url)
const hide = '\u001b[?25l'
const show = '\u001b[?25h'

describe('progress', () => {
  it('is a bar on a terminal, and leaves the cursor shown', async () => {
    const run = startInTerminal(script, ['bar'])
    expect(await run.exit).toBe(0)
    expect(run.output()).toContain('Provisioning [')
    expect(run.output().lastIndexOf(show)).toBeGreaterThan(run.output().lastIndexOf(hide))
    expect(run.output().trimEnd()).toMatch(/done$/)
  })

  it('shows the cursor again when it is interrupted', async () => {
    const run = startInTerminal(script, ['bar', 'until interrupted'])
    await run.shows('0/3')
    run.pty.write('\u0003')
    expect(await run.exit).toBe(130)
    expect(run.output()).toContain(hide)
    expect(run.output().lastIndexOf(show)).toBeGreaterThan(run.output().lastIndexOf(hide))
  })

  it('says what is waited for, and takes the line away when it is interrupted', async () => {
    const run = startInTerminal(script, ['waiting', 'until interrupted'])
    await run.shows('Waiting for brand B1 …')
    run.pty.write('\u0003')
    expect(await run.exit).toBe(130)
    expect(run.output()).toMatch(/\r\u001b\[2K$/)
  })

  it.each(['bar', 'waiting'])('is nothing where stderr is no terminal (%s)', async (kind) => {
    const child = startPiped(script, kind)
    const [out, err, {code}] = await Promise.all([text(child.stdout), text(child.stderr), ended(child)])
    expect({out, err, code}).toEqual({out: 'done\n', err: '', code: 0})
  })

  it.each([
    [{}, true],
    [{TERM: 'dumb'}, false],
  ])('moves only where the terminal can (%j)', async (environment, isDrawn) => {
    const {terminal, err} = fakeTerminal({columns: 80, environment})
    const waiting = new Waiting(terminal)
    waiting.start('Waiting for brand B1')
    waiting.stop()
    await terminal.flush()
    expect(err() !== '').toBe(isDrawn)
  })
})
