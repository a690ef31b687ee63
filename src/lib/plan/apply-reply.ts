import {outcomes} from '../operation/declaration.ts'
import {type StepOutcome} from './run-plan.ts'

/** What apply prints: a line for each change. */
export const applyReply = outcomes<StepOutcome>({
  columns: ['action', 'kind', 'name', 'outcome', 'id', 'message'],
  id: 'id',
  noun: 'changes',
})
