import {type Operation} from '../operation/declaration.ts'
import {type Kind} from './kind.ts'

/** The calls that kinds make, for documentation. */
export function callsOf(kinds: readonly Kind[]): Operation[] {
  return [...new Set(kinds.flatMap(({calls}) => Object.values(calls) as Operation[]))]
}
