import {text} from 'node:stream/consumers'
import {describe, expect, it} from 'vitest'
import {ended, startInTerminal, startPiped} from '../output/child.ts'

const script = new URL('scripts/ask.ts', import.meta.url)
const hide = '\u001b[?25l'
const show = '\u001b[?25h'

describe('a question', () => {
  it.each([
    ['ask', 'How many?', '\r', '"5"'],
    ['ask', 'How many?', '12\r', '"12"'],
    ['secret', 'Password?', 'hunter2\r', '"hunter2"'],
    ['choose', 'Which?', '\r', '1'],
    ['choose', 'Which?', '\u001b[B\r', '2'],
    ['checkbox', 'Which ones?', '\r', '[1]'],
    ['confirm', 'Really?', '\r', 'false'],
    ['confirm', 'Really?', 'y\r', 'true'],
  ])('(%s) %s is answered by %j', async (kind, question, keys, answer) => {
    const run = startInTerminal(script, [kind])
    await run.shows(question)
    run.pty.write(keys)
    expect(await run.exit).toBe(0)
    expect(run.output()).toContain(`answer: ${answer}, raw mode: false`)
  })

  it('does not show a secret', async () => {
    const run = startInTerminal(script, ['secret'])
    await run.shows('Password?')
    run.pty.write('hunter2\r')
    await run.exit
    expect(run.output().replace('answer: "hunter2"', '')).not.toContain('hunter2')
  })

  it('stays until the answer will do, and says why it will not', async () => {
    const run = startInTerminal(script, ['ask'])
    await run.shows('How many?')
    run.pty.write('many\r')
    await run.shows('COUNT: “many” is not a whole number.')
    run.pty.write('\u001512\r')
    expect(await run.exit).toBe(0)
    expect(run.output()).toContain('answer: "12"')
  })

  it('shows hostile choices harmlessly', async () => {
    const run = startInTerminal(script, ['choose'])
    await run.shows('First␛[5m')
    run.pty.write('\r')
    await run.exit
    expect(run.output()).not.toContain('\u001b[5m')
  })

  it.each([
    ['Ctrl-C', 'ask', '\u0003'],
    ['Ctrl-D', 'ask', '\u0004'],
    ['Ctrl-C', 'choose', '\u0003'],
    ['Ctrl-D', 'confirm', '\u0004'],
  ])('ends with exit 130 and the cursor shown after %s (%s)', async (_, kind, key) => {
    const run = startInTerminal(script, [kind])
    await run.shows('?')
    await run.shows(kind === 'choose' ? 'Second' : '?')
    run.pty.write(key)
    expect(await run.exit).toBe(130)
    expect(run.output()).toContain('Interrupted.')
    expect(run.output().lastIndexOf(show)).toBeGreaterThanOrEqual(run.output().lastIndexOf(hide))
  })

  it('is a usage error where nobody can be asked', async () => {
    const child = startPiped(script, 'confirm')
    const [err, {code}] = await Promise.all([text(child.stderr), ended(child)])
    expect(code).toBe(2)
    expect(err).toContain('Nobody can be asked')
  })

  it.each<Record<string, string>>([{CI: '1'}, {TERM: 'dumb'}])('is a usage error under %j', async (env) => {
    expect(await startInTerminal(script, ['confirm'], {env}).exit).toBe(2)
  })
})
