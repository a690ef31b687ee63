import {outcomes} from '../operation/declaration.ts'

/** What became of one number. */
export interface NumberOutcome {
  number: string
  /** The call's own word where it worked, e.g. `provisioned`; else `refused`, `failed`, `unknown` or `not sent`. */
  outcome: string
  /** Why not, where it did not. */
  message: string | null
}

/** What commands about many numbers print: a line for each. */
export const outcomeReply = outcomes<NumberOutcome>({
  columns: ['number', 'outcome', 'message'],
  id: 'number',
  noun: 'numbers',
})
