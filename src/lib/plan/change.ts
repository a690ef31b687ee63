import {asksFirst} from '../operation/confirm.ts'
import {type Difference} from './differences.ts'
import {type Existing, type Kind, type Wanted} from './kind.ts'

export type Action = 'create' | 'change' | 'replace' | 'release'

/** One thing that is not as the file says. */
export interface Change {
  kind: Kind
  action: Action
  key: string
  wanted?: Wanted
  existing?: Existing
  differences: Difference[]
}

/** What is done for it that costs money. */
export function isBillable({kind, action}: Pick<Change, 'kind' | 'action'>): boolean {
  return callsOf(kind, action).some((call) => call?.shape.effect?.billable === true)
}

/** Whether something is lost with it that nothing brings back. */
export function isDestructive({kind, action}: Pick<Change, 'kind' | 'action'>): boolean {
  return callsOf(kind, action).some((call) => call?.shape.effect?.destructive === true)
}

/** Whether it is asked about first. */
export function isAskedAbout({kind, action}: Pick<Change, 'kind' | 'action'>): boolean {
  return callsOf(kind, action).some((call) => call?.shape.effect !== undefined && asksFirst(call.shape.effect))
}

function callsOf({calls}: Kind, action: Action) {
  if (action === 'replace') return [calls.remove, calls.create]
  return [action === 'release' ? calls.remove : calls[action]]
}
