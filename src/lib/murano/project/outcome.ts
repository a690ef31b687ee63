import {type Item} from '../code/item.ts'
import {type Compared} from './checkout.ts'

/** What became of an item, or is going to. */
export interface Outcome {
  outcome: string
  kind: string
  name: string
  /** Of its file, where there is one here. */
  path: string | null
  /** Why not, or what else there is to say. */
  message: string | null
}

export function outcomeOf(
  {kind, name, local}: Item & Partial<Pick<Compared, 'local'>>,
  outcome: string,
  {message = null, path = local?.path ?? null}: {message?: string | null; path?: string | null} = {},
): Outcome {
  return {outcome, kind, name, path, message}
}
