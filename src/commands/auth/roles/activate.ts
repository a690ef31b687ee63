import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {undoneBy} from '../../../lib/operation/undo.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.activateRole',
  summary: 'Activate a role',
  request: 'POST /auth/roles/{role_uuid}/activate',
  parameters: {
    role_uuid: uuid('ROLE', 'role to activate'),
  },
  effect: {changes: 'activate the role', idempotent: true},
  undo: undoneBy('auth roles deactivate'),
  reply: empty('The role is active.', {pending: true}),
  examples: [['A role that was inactive', '829ec1b9-5346-5b10-8cb0-566d28fb26ab']],
})
