import {exampleBrand, exampleCampaign} from './example-filing.ts'
import {type Example, type Fields, type Filing, type Page, type Rule} from './rule.ts'
import {runRules} from './run-rules.ts'

/** What an example lays over the exemplary filing. */
function laidOver(base: Fields, over: Fields = {}): Fields {
  return Object.fromEntries(Object.entries({...base, ...over}).filter(([, value]) => value !== null))
}

function filingOfExample({brand, campaign, times = 1}: Omit<Example, 'beside' | 'pages'>): Filing {
  const fields = laidOver(exampleCampaign, campaign)
  return {
    brand: {path: 'brand', fields: laidOver(exampleBrand, brand)},
    campaigns: Array.from({length: times}, (_, index) => ({
      path: times === 1 ? 'campaign' : `campaigns[${index}]`,
      fields,
    })),
  }
}

/** The filings of an example. */
export function filingsOf(example: Example): Filing[] {
  return [filingOfExample(example), ...(example.beside ?? []).map(filingOfExample)]
}

export function pagesIn({pages}: Example): ReadonlyMap<string, Page> | undefined {
  return pages && new Map(Object.entries(pages))
}

/** How well a rule tells good from bad, over the examples of all rules. */
export interface Precision {
  id: string
  good: number
  bad: number
  /** Of the examples that it finds fault with and that are marked good or bad for it, the share that is bad. */
  precision: number
  /** Of the examples that are marked bad for it, the share that it finds fault with. */
  recall: number
}

/** A row for each rule. An example that is good for one rule is good for all. */
export function precisionOf(rules: readonly Rule[]): Precision[] {
  const goodHits = rules.flatMap(({examples}) => examples.good).map((example) => rulesThatHit(example, rules))
  return rules.map((rule) => {
    const {good, bad} = rule.examples
    const right = bad.filter((example) => rulesThatHit(example, [rule]).has(rule.id)).length
    const wrong = goodHits.filter((hits) => hits.has(rule.id)).length
    return {
      id: rule.id,
      good: good.length,
      bad: bad.length,
      precision: right + wrong === 0 ? 0 : right / (right + wrong),
      recall: right / bad.length,
    }
  })
}

function rulesThatHit(example: Example, rules: readonly Rule[]): Set<string> {
  return new Set(runRules(filingsOf(example), () => ({pages: pagesIn(example)}), rules).map(({rule}) => rule.id))
}
