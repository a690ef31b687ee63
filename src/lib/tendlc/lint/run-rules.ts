import {allRules} from './all-rules.ts'
import {type Facts, type Filing, type Part, type Problem, type Rule} from './rule.ts'

/** What a rule found in one of several filings. */
export interface Hit {
  rule: Rule
  at: number
  part: Part
  problem: Problem
}

export type SharedFacts = Omit<Facts, 'brand'>

const noBrand = {} as const

/** Looks at filings with all rules. `factsOf` says what is known beside each; rules that need more than that find nothing. */
export function runRules(
  filings: readonly Filing[],
  factsOf: (at: number) => SharedFacts = () => ({}),
  rules: readonly Rule[] = allRules,
): Hit[] {
  return [
    ...filings.flatMap((filing, at) => ofOne(filing, at, factsOf(at), rules)),
    ...rules.flatMap((rule) =>
      rule.of === 'filings'
        ? rule.check(filings).map((problem) => ({rule, at: problem.at, part: problem.part, problem}))
        : [],
    ),
  ]
}

function ofOne({brand, campaigns}: Filing, at: number, shared: SharedFacts, rules: readonly Rule[]): Hit[] {
  const facts: Facts = {...shared, brand: brand?.fields ?? noBrand}
  const hits: Hit[] = []
  const look = (part: Part, of: 'brand' | 'campaign') => {
    for (const rule of rules) {
      if (rule.of !== of) continue
      for (const problem of rule.check(part.fields, facts)) hits.push({rule, at, part, problem})
    }
  }
  if (brand !== undefined) look(brand, 'brand')
  for (const campaign of campaigns) look(campaign, 'campaign')
  return hits
}
