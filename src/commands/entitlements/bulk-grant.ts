import {wholeBody} from '../../lib/body-parameter.ts'
import {grantSchema} from '../../lib/entitlements/entitlement.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'

export default operation({
  operation: 'Entitlements.bulkUserEntitlement',
  summary: 'Entitle many users in one request',
  description:
    'Each entitlement is pending until commsctl entitlements activate. Products that are disabled for the account, by ' +
    'themselves or by their type, are refused.',
  request: 'POST /entitlements/users/entitlements/bulk',
  parameters: {
    body: wholeBody('who gets what: a list', {items: grantSchema}),
  },
  effect: {changes: 'grant entitlements'},
  reply: object({columns: []}),
  examples: [
    [
      'One user, one product',
      '--body \'[{"account_uuid": "ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d", "user_uuid": "cdb115b0-99b0-5c62-8bcc-f93edb821bb6", "product_uuid": "35617c9f-4f7b-5e88-9a50-d62de43e9954"}]\'',
    ],
  ],
})
