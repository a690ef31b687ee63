import {type JsonValue} from '../../client/wire.ts'
import {type Console} from '../../console.ts'
import {type UseCase} from '../use-case.ts'
import {type Filing} from './rule.ts'
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
  await lintFiling(filing, {useCases, only: of}, console)
}

/** The same for a whole filing, or only one part of it. */
export async function lintFiling(
  filing: Filing,
  {useCases, only}: {useCases?: readonly UseCase[] | undefined; only?: 'brand' | 'campaign'},
  console: Console,
): Promise<void> {
  const [{allRules}, {lint}, {lineOf, lintFailure}] = await Promise.all([
    import('./all-rules.ts'),
    import('./lint.ts'),
    import('./report/summary.ts'),
  ])
  const source = {...outsideFiles('the filing'), filings: [filing]}
  const rules = only === undefined ? allRules : allRules.filter((rule) => rule.of === only)
  const {findings} = lint([source], {rules, factsOf: () => ({useCases})})
  const failure = lintFailure(findings, {details: true})
  for (const finding of findings) if (finding.level === 'warning') await console.warn(lineOf(finding))
  if (failure !== undefined) throw failure
}
