import {expect, test} from 'vitest'
import {linksIn} from '../../../src/lib/tendlc/content.ts'
import {filingsOf} from '../../../src/lib/tendlc/lint/examples.ts'
import {runRules} from '../../../src/lib/tendlc/lint/run-rules.ts'

test.each([
  ['See rb.gy/a, lnkd.in/b or t.ly.', ['rb.gy/a', 'lnkd.in/b', 't.ly']],
  ['Come in.it is warm', []],
  ['Write to ada@rb.gy', []],
])('links in “%s”', (text, links) => {
  expect(linksIn(text)).toEqual(links)
})

test('each word that is forbidden is told once', () => {
  const sample = 'Acme: CBD, cannabis and payday loans, cbd again. Reply STOP to cancel.'
  const found = runRules(filingsOf({campaign: {sample_messages: [sample]}}))
  const spans = found.flatMap(({rule, problem}) => (rule.id === 'prohibited-content' ? [problem.span] : []))
  expect(spans).toEqual(['CBD', 'cannabis', 'payday loans'])
})
