import {type Console} from '../console.ts'
import {usageError} from '../errors.ts'
import {type Caller} from '../operation/declaration.ts'
import {type Change} from './change.ts'
import {type Kind} from './kind.ts'
import {makePlan} from './make-plan.ts'
import {Planner} from './planner.ts'
import {type PlanSource, readPlanFiles} from './plan-file.ts'
import {Prices} from './prices.ts'
import {variablesOf} from './variables.ts'

interface Asked {
  file?: string[] | undefined
  var?: string[] | undefined
  prune?: boolean | undefined
  price?: string[] | undefined
  account_uuid?: string | undefined
}

/** Files that were read, for an account. */
export interface Files {
  account: string
  sources: readonly PlanSource[]
  variables: readonly string[]
  prune: boolean
  prices: Prices
  plan: () => Promise<{changes: Change[]; planner: Planner}>
}

/** Reads the files, which can be planned from then on. Nothing is asked of the service for it. */
export async function planFiles(
  {file, var: typed = [], prune = false, price = [], account_uuid}: Asked,
  {
    kinds,
    caller,
    console,
    folders,
  }: {
    kinds: readonly Kind[]
    caller: Caller
    console: Console
    /** Where those files were that have been kept elsewhere. */
    folders?: ReadonlyMap<string, string>
  },
): Promise<Files> {
  if (file === undefined) {
    throw usageError('Missing --file.', {code: 'missing-value', hint: 'Write one from what there is: commsctl export'})
  }
  const {input} = console
  const variables = variablesOf(typed)
  const prices = Prices.of(price, kinds)
  const {sections, sources, account: named} = await readPlanFiles(file, {kinds, variables, input, folders})
  const account = await accountOf(account_uuid ?? named, console)
  const plan = async () => {
    const planner = new Planner(account, kinds, caller, sections)
    return {planner, changes: await makePlan(kinds, sections, planner, {prune})}
  }
  return {account, sources, variables: typed, prune, prices, plan}
}

/** The account that was named, or the profile's. */
export async function accountOf(named: string | undefined, console: Console): Promise<string> {
  const account = named ?? (await console.valueSources().fallback('account'))
  if (account !== undefined) return account
  throw usageError('Missing --account.', {code: 'missing-value'})
}
