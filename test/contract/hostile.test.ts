import {expect, test} from 'vitest'
import {type Reply} from '../../src/lib/operation/declaration.ts'
import {toColumns} from '../../src/lib/output/columns.ts'
import {json, serve} from '../lib/client/support.ts'
import {online} from './commands.ts'
import {failing, inTurn, serverEnv, sweep, type Line} from './sweep.ts'

/** What must not reach a terminal: a title, a cleared screen, C1 controls, text that runs backwards, a bell, a rubout. */
const hostile = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202eevil\u2066\u2028\r\b\u007f\u0000end'
// Carriage returns before line breaks are the terminal's own.
const raw = new RegExp('[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]')

/** A thing whose every field is hostile, names included. */
function hostileThing({columns}: Reply): Record<string, unknown> {
  const thing: Record<string, unknown> = {[hostile]: hostile}
  for (const {path} of toColumns(columns)) {
    const names = path.split('.')
    const last = names.pop()!
    let inner = thing
    for (const name of names) inner = (inner[name] ??= {}) as Record<string, unknown>
    inner[last] = hostile
  }
  return thing
}

/** The body of a successful reply of that kind. */
function hostileBody(reply: Reply): unknown {
  if (reply.kind === 'text') return hostile
  const thing = hostileThing(reply)
  return {...thing, items: [thing, hostile], metadata: {total: 2, offset: 0, count: 2, limit: 100}}
}

/** Commands that end. */

/** Runs commands in a terminal against a server that answers each with what is hostile. */
async function inTerminal(
  status: number,
  formats: readonly string[],
  body: (reply: Reply) => unknown,
  among = [...online.entries()],
) {
  const server = await serve((response, {url}) => {
    const {shape} = online[Number(url.split('/')[1])]!
    json(response, status, body(shape.reply!), {'retry-after': '0'})
  })
  // The formats take turns: what a command prints is the same in two of them.
  const lines: Line[] = formats.flatMap((format, turn) =>
    inTurn(among, turn, Math.ceil(formats.length / 2)).map(([at, command]) => ({
      command,
      args: [...command.typical, ...(command.shape.effect ? ['--yes'] : []), '-o', format, '--timeout', '1s'],
      env: {...serverEnv(`${server.url}/${at}`), CI: '1'},
    })),
  )
  return sweep(lines, {columns: 100, env: {NO_COLOR: '1', TERM: 'dumb'}})
}

test('nothing that steers a terminal gets from a reply to one', async () => {
  const outcomes = await inTerminal(200, ['table', 'json', 'ndjson', 'csv', 'yaml', 'id'], hostileBody)
  expect(failing(outcomes, ({stdout, stderr}) => !raw.test(stdout + stderr))).toEqual([])
  expect(outcomes.filter(({exitCode, stdout}) => exitCode === 0 && stdout.includes('evil')).length).toBeGreaterThan(100)
})

test('nothing that steers a terminal gets from an error to one', async () => {
  const outcomes = await inTerminal(400, ['table', 'json'], () => ({
    code: hostile,
    message: hostile,
    details: [hostile, {field: hostile, message: hostile, [hostile]: hostile}],
    trace_id: hostile,
  }))
  expect(failing(outcomes, ({stdout, stderr}) => !raw.test(stdout + stderr))).toEqual([])
  expect(outcomes.filter(({stderr}) => stderr.includes('evil')).length).toBeGreaterThan(100)
})

test('no reply is so odd that a command fails for it as by a bug', async () => {
  const bodies = [{}, [], 'text', 7, {items: null}, {items: []}]
  const bugs = []
  for (const [turn, body] of bodies.entries()) {
    const outcomes = await inTerminal(200, ['json'], () => body, inTurn([...online.entries()], turn, 2))
    bugs.push(...failing(outcomes, ({exitCode}) => exitCode !== 1).map((outcome) => ({body, ...outcome})))
  }
  expect(bugs).toEqual([])
})
