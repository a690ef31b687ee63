import {type Fallback} from '../parameter.ts'
import {text} from '../parameters.ts'
import {businessLookup, solutionLookup} from './named.ts'

/** `--business`, by id or name, or the profile's, or the only one that the user belongs to. */
export function business() {
  const summary = 'business to act on; the profile’s, or the only one, if left out'
  return text('--business', summary, scope('murano_business', businessLookup))
}

/** `--solution`, by id or name, or the profile's. */
export function solution() {
  return text('--solution', 'solution to act on; the profile’s if left out', scope('murano_solution', solutionLookup()))
}

/** `--product`, by id or name, or the profile's. */
export function product() {
  const lookup = solutionLookup('product')
  return text('--product', 'product to act on; the profile’s if left out', scope('murano_product', lookup))
}

/** A solution as argument: the thing that is shown, changed or deleted. */
export function solutionArgument(summary: string) {
  return text('SOLUTION', summary, {lookup: solutionLookup()})
}

/** A business as argument. */
export function businessArgument(summary: string) {
  return text('BUSINESS', summary, {lookup: businessLookup})
}

/** A product as argument. */
export function productArgument(summary: string) {
  return text('PRODUCT', summary, {lookup: solutionLookup('product')})
}

function scope<F extends Fallback, L>(fallback: F, lookup: L) {
  return {required: true, valueName: 'NAME|ID', fallback, lookup} as const
}
