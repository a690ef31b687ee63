import {type Entitlement, entitlementDetails} from '../../lib/entitlements/entitlement.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {user, uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Entitlements.activateUserEntitlement',
  summary: 'Activate a pending entitlement of a user',
  request: {line: 'POST /entitlements/users/{user_uuid}/entitlements/{entitlement_uuid}/activate', fixedBody: {}},
  parameters: {
    user_uuid: user(),
    entitlement_uuid: uuid('ENTITLEMENT', 'entitlement to activate'),
  },
  effect: {changes: 'activate the entitlement', idempotent: true},
  reply: object<Entitlement>({columns: entitlementDetails, id: 'uuid'}),
  examples: [['One of yours that is pending', 'b39a3671-dd57-52c6-a73e-11f9a41f4724']],
})
