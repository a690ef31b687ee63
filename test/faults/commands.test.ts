import {describe, expect, test} from 'vitest'
import {creating, deleting, deletingWithoutReply, reading, renewing, repeatable, settling, signingIn} from './deeds.ts'
import {
  type Table,
  whenCreating,
  whenDeleting,
  whenReading,
  whenRenewing,
  whenRepeatable,
  whenReplyIsEmpty,
  whenSettling,
} from './expected.ts'
import {type BlowName, blows} from './kinds.ts'
import {atOnce, type Deed, strike, type Struck} from './strike.ts'

const kinds: readonly (readonly [string, Readonly<Record<string, Deed>>, Table])[] = [
  ['reading', reading, whenReading],
  ['a change that may be sent twice', repeatable, whenRepeatable],
  ['a deletion', deleting, whenDeleting],
  ['a deletion without a reply', deletingWithoutReply, whenReplyIsEmpty],
  ['a change that may not be sent twice', creating, whenCreating],
  ['a change that may not be sent twice, and can be looked up', settling, whenSettling],
  ['the first token', signingIn, whenReading],
  ['another token', renewing, whenRenewing],
]

describe.each(kinds)('%s', (_, deeds, table) => {
  test.each(Object.entries(deeds))('%s meets each fault as it must', async (_name, deed) => {
    const names = Object.keys(blows) as BlowName[]
    const struck = await atOnce(names, (name) => strike(deed, blows[name]))
    expect(Object.fromEntries(names.map((name, index) => [name, struck[index]?.outcome]))).toEqual(table)
    for (const [index, one] of struck.entries()) expectTruth(one, names[index] ?? '')
  })
})

/** What is said is true, whatever the tables say: done once, open, or safe to run again. */
function expectTruth({outcome: [exit, code, done], error, stdout}: Struck, fault: string): void {
  if (exit === 0) return expect({fault, done}).toEqual({fault, done: 1})
  expect({fault, stdout, exit: error?.exit}).toEqual({fault, stdout: '', exit})
  if (code === 'ambiguous') expect({fault, retryable: error?.retryable}).toEqual({fault, retryable: false})
  if (code === 'not-carried-out' || exit === 3 || exit === 7) expect({fault, done}).toEqual({fault, done: 0})
}
