import {wholeBody} from '../../lib/body-parameter.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'

export default operation({
  operation: 'Entitlements.bulkDeleteEntitlement',
  summary: 'Remove many entitlements in one request',
  request: 'DELETE /entitlements/users/entitlements/bulk',
  parameters: {
    body: wholeBody('uuids of the entitlements: a list', {items: {type: 'string', format: 'uuid'}}),
  },
  effect: {changes: 'remove the entitlements', destructive: true},
  reply: object({columns: []}),
  examples: [
    ['Two of them', '--body \'["6b1af4fa-0e26-5271-8157-502d221c00ec", "b39a3671-dd57-52c6-a73e-11f9a41f4724"]\''],
  ],
})
