import {describe, expect, test} from 'vitest'
import {allRules} from '../../../../src/lib/tendlc/lint/all-rules.ts'
import {filingsOf, pagesIn, precisionOf} from '../../../../src/lib/tendlc/lint/examples.ts'
import {type Example} from '../../../../src/lib/tendlc/lint/rule.ts'
import {runRules} from '../../../../src/lib/tendlc/lint/run-rules.ts'

function found(example: Example): string[] {
  return runRules(filingsOf(example), () => ({pages: pagesIn(example)})).map(
    ({rule, problem}) => `${rule.id}: ${problem.message}`,
  )
}

test('the exemplary filing has nothing wrong with it', () => expect(found({})).toEqual([]))

describe.each(allRules.map((rule) => [rule.id, rule] as const))('%s', (id, {examples: {good, bad}}) => {
  test('is shown by examples of both kinds', () => {
    expect(good.length).toBeGreaterThan(0)
    expect(bad.length).toBeGreaterThan(0)
  })

  test.each(good.map((example) => [example]))(
    'finds nothing in a good example, and no other rule does: %j',
    (example) => expect(found(example)).toEqual([]),
  )

  test.each(bad.map((example) => [example]))('finds what is wrong: %j', (example) => {
    expect(found(example).filter((line) => line.startsWith(`${id}: `)).length).toBeGreaterThan(0)
  })
})

test('every problem says what to change, and a piece of text that it shows is there', () => {
  for (const example of allRules.flatMap(({examples: {bad}}) => bad)) {
    const filings = filingsOf(example)
    for (const {part, problem, rule} of runRules(filings, () => ({pages: pagesIn(example)}))) {
      expect(problem.fix, rule.id).toMatch(/^\S.*\S$/s)
      if (problem.span !== undefined)
        expect(JSON.stringify(part.fields), rule.id).toContain(JSON.stringify(problem.span).slice(1, -1))
    }
  }
})

test('ids are unique, and each rule is in the table of precision', () => {
  const ids = allRules.map(({id}) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(precisionOf(allRules).map(({id}) => id)).toEqual(ids)
})

test('over all examples every rule finds what is marked for it, and nothing in what is good', () => {
  const wrong = precisionOf(allRules).filter(({precision, recall}) => precision < 1 || recall < 1)
  expect(wrong).toEqual([])
})
