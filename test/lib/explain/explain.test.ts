import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {ExitCode} from '../../../src/lib/exit-code.ts'
import {errorWords} from '../../../src/lib/explain/error-words.ts'
import {exitCodes} from '../../../src/lib/explain/exit-codes.ts'
import {explain} from '../../../src/lib/explain/explain.ts'
import {entryAt} from '../history/entry.ts'

const source = join(import.meta.dirname, '../../../src')

/** Codes of what is no CliError. */
const others = ['failure', 'forms', 'parking', 'not-recorded']

test('every error of the program is explained', () => {
  const words = ['lib', 'commands', 'sandbox/serve.ts'].flatMap((part) => wordsIn(part))
  expect(words.length).toBeGreaterThan(40)
  expect([...new Set(words)].filter((word) => !(word in errorWords) && !others.includes(word))).toEqual([])
})

function wordsIn(part: string): string[] {
  const files = part.endsWith('.ts')
    ? [part]
    : readdirSync(join(source, part), {recursive: true, encoding: 'utf8'}).map((name) => join(part, name))
  return files
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(join(source, name), 'utf8').matchAll(/\bcode: '([a-z]+[a-z-]*)'/g)])
    .map(([, word = '']) => word)
}

test('every exit code is explained', () => {
  expect(Object.keys(exitCodes).toSorted()).toEqual(Object.values(ExitCode).map(String).toSorted())
})

test('statuses are explained by what they lead to', async () => {
  expect(await explain('503', () => [])).toMatchObject({
    kind: 'HTTP status',
    meaning: expect.stringContaining('Unavailable') as string,
  })
  expect((await explain('504', () => [])).advice).toContain('Look whether it was done')
})

test('a trace is what the history knows of it', async () => {
  const trace = '11111111-2222-4333-8444-555555555555'
  const entry = {...entryAt('2026-01-01', 'numbers get'), number: 7, exit: 5, code: '404', trace_ids: [trace]}
  expect(await explain(trace.toUpperCase(), () => [entry])).toMatchObject({kind: 'trace', meaning: 'Not found.'})
  expect((await explain(trace, () => [entry])).commands![0]).toMatch(/^7: numbers get .*\(exit 5\)$/)
  expect((await explain(trace, () => [])).meaning).toContain('No command')
})

test.each([
  ['cr2003', 'CR2003', '10DLC rejection', 'Address not found'],
  ['30893', '30893', '10DLC rejection', ''],
  ['po-box', 'po-box', '10DLC rule', ''],
])('of 10DLC, %s is what the registration of it knows', async (typed, code, kind, title) => {
  const found = await explain(typed, () => [])
  expect(found).toMatchObject({code, kind, meaning: expect.stringContaining(title) as string})
  expect(found.advice).toContain(`commsctl 10dlc explain ${code}`)
})

test('what is not known is refused, with what is near', async () => {
  await expect(explain('unknown-flagg', () => [])).rejects.toThrow(/Nothing is known of “unknown-flagg”.*unknown-flag/)
  await expect(explain('CR2O03', () => [])).rejects.toThrow(/CR2003/)
})
