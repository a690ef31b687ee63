import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {undoneBy} from '../../../lib/operation/undo.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.deactivateRole',
  summary: 'Deactivate a role',
  description: 'Who has it loses what it permits. To undo it: commsctl auth roles activate',
  request: 'POST /auth/roles/{role_uuid}/deactivate',
  parameters: {
    role_uuid: uuid('ROLE', 'role to deactivate'),
  },
  effect: {changes: 'deactivate the role', disruptive: true, idempotent: true},
  undo: undoneBy('auth roles activate'),
  reply: empty('The role is inactive.', {pending: true}),
  examples: [['A role that was too generous', '829ec1b9-5346-5b10-8cb0-566d28fb26ab']],
})
