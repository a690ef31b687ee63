import {type JsonValue} from '../../client/wire.ts'
import {type Console} from '../../console.ts'
import {type UseCase} from '../use-case.ts'
import {type Filing} from './rule.ts'
import {type SharedFacts} from './run-rules.ts'
import {type FilingSource} from './source/filing-source.ts'
import {outsideFiles, registeredFields} from './registered.ts'

/** Bodies that are to be sent, and what is known beside them. */
interface Bodies {
  brand?: JsonValue | object | undefined
  campaign?: JsonValue | undefined
  useCases?: readonly UseCase[] | undefined
}

/**
 * Looks at a brand or a campaign before it is filed, unless it is told not to. Warns of what reviewers may object to; throws
 * a usage error for what they would reject.
 */
export async function lintBefore(
  of: 'brand' | 'campaign',
  bodies: Bodies,
  wanted: boolean,
  console: Console,
): Promise<void> {
  if (!wanted) return
  const {brand, campaign, useCases} = bodies
  const filing: Filing = {
    brand: {path: 'brand', fields: registeredFields((brand ?? {}) as object, 'brand')},
    campaigns:
      campaign === undefined ? [] : [{path: 'campaign', fields: registeredFields(campaign as object, 'campaign')}],
  }
  const source = {...outsideFiles('the filing'), filings: [filing]}
  await tell(source, {facts: {useCases}, only: of}, console)
}

/** The same for a whole file, for an account that may have a brand already. Switches in the file hold. */
export async function checkSource(
  source: FilingSource,
  {brand, ...facts}: SharedFacts & {brand?: object | undefined},
  console: Console,
): Promise<void> {
  const known = brand && {path: 'brand', fields: registeredFields(brand, 'brand')}
  const filings = source.filings.map((filing) => ({...filing, brand: filing.brand ?? known}))
  await tell({...source, filings}, {facts}, console)
}

async function tell(
  source: FilingSource,
  {facts, only}: {facts: SharedFacts; only?: 'brand' | 'campaign'},
  console: Console,
): Promise<void> {
  const [{allRules}, {lint}, {lineOf, lintFailure}] = await Promise.all([
    import('./all-rules.ts'),
    import('./lint.ts'),
    import('./report/summary.ts'),
  ])
  const rules = only === undefined ? allRules : allRules.filter((rule) => rule.of === only)
  const {findings} = lint([source], {rules, factsOf: () => facts})
  const failure = lintFailure(findings, {details: true})
  for (const finding of findings) if (finding.level === 'warning') await console.warn(lineOf(finding))
  if (failure !== undefined) throw failure
}
