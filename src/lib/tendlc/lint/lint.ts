import {didYouMean} from '../../did-you-mean.ts'
import {allRules} from './all-rules.ts'
import {type Finding, type Suppressed} from './finding.ts'
import {type Rule} from './rule.ts'
import {type Hit, runRules, type SharedFacts} from './run-rules.ts'
import {type FilingSource, type Located} from './source/filing-source.ts'
import {type Switch} from './switches.ts'

/** A rule that is off for all files, and why. */
export interface Off {
  rule: string
  reason: string
}

export interface LintOptions {
  off?: readonly Off[]
  rules?: readonly Rule[]
  /** What is known beside the filings of a file. */
  factsOf?: (source: FilingSource) => SharedFacts
}

/** A finding with what it was made of, for mending. */
export interface Traced {
  finding: Finding
  hit: Hit
  source: FilingSource
  /** Of the filing, in its own file. */
  at: number
}

export interface LintResult {
  traced: Traced[]
  /** What is wrong, in the order of the files and their lines; switches that are not right among it. */
  findings: Finding[]
  suppressed: Suppressed[]
}

const switchRules = {wrong: 'switch', unused: 'unused-switch'} as const

/** Looks at files of filings with all rules, together where rules are about several. */
export function lint(sources: readonly FilingSource[], options: LintOptions = {}): LintResult {
  const {off = [], rules = allRules, factsOf = () => ({})} = options
  const placed = sources.flatMap((source) => source.filings.map((filing, at) => ({source, filing, at})))
  const hits = runRules(
    placed.map(({filing}) => filing),
    (index) => factsOf(placed[index]!.source),
    rules,
  )
  const used = new Set<Switch>()
  const [traced, suppressed]: [Traced[], Suppressed[]] = [[], []]
  for (const hit of hits) {
    const {source, at} = placed[hit.at]!
    const located = source.locate(at, hit.part, hit.problem.field, hit.problem.span)
    const finding = findingOf(hit, source.file, located)
    const inFile = source.switches.find((one) => covers(one, hit.rule.id, located))
    if (inFile !== undefined) used.add(inFile)
    const reason = inFile?.reason ?? off.find(({rule}) => rule === hit.rule.id)?.reason
    if (reason === undefined) traced.push({finding, hit, source, at})
    else suppressed.push({...finding, reason, in_source: inFile !== undefined})
  }
  const order = new Map(sources.map(({file}, index) => [file, index]))
  const compare = (a: Finding, b: Finding) =>
    order.get(a.file)! - order.get(b.file)! || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
  const findings = [
    ...traced.map(({finding}) => finding),
    ...sources.flatMap((source) => switchFindings(source, used, rules)),
  ]
  return {traced, findings: findings.sort(compare), suppressed: suppressed.sort(compare)}
}

function findingOf({rule, part, problem}: Hit, file: string, located: Located | undefined): Finding {
  return {
    file,
    rule: rule.id,
    level: problem.level ?? rule.level,
    field: `${part.path}.${problem.field}`,
    code: rule.code,
    message: problem.message,
    fix: problem.fix,
    line: located?.line ?? null,
    column: located?.column ?? null,
    end_line: located?.end_line ?? null,
    end_column: located?.end_column ?? null,
  }
}

/** One without a reason covers nothing. */
function covers({rules, reason, about}: Switch, rule: string, located: Located | undefined): boolean {
  if (reason === '' || !rules.includes(rule)) return false
  return about === 0 || about === located?.nameLine || about === located?.line
}

function switchFindings({file, switches}: FilingSource, used: ReadonlySet<Switch>, rules: readonly Rule[]): Finding[] {
  const ids = rules.map(({id}) => id)
  return switches.flatMap((one): Finding[] => {
    const finding = (rule: string, level: Finding['level'], message: string, fix: string): Finding => ({
      ...{file, rule, level, field: '', code: null, message, fix},
      ...{line: one.line, column: 1, end_line: one.line, end_column: 1},
    })
    const unknown = one.rules.filter((rule) => !ids.includes(rule) && !allRules.some(({id}) => id === rule))
    const wrong = [
      ...(one.rules.length === 0 ? ['The switch names no rule.'] : []),
      ...unknown.map((rule) => `There is no rule “${rule}”.${didYouMean(rule, ids)}`),
      ...(one.reason === '' ? ['The switch has no reason.'] : []),
    ]
    const form = 'Write: # lint-disable-next-line RULE -- REASON'
    if (wrong.length > 0) return wrong.map((message) => finding(switchRules.wrong, 'error', message, form))
    if (used.has(one)) return []
    return [finding(switchRules.unused, 'warning', 'The switch turns nothing off.', 'Take it out.')]
  })
}
