import {type Account, accountDetails} from '../../lib/accounts/account.ts'
import {accountFields} from '../../lib/accounts/account-fields.ts'
import {wholeBody} from '../../lib/body-parameter.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'

export default operation({
  operation: 'Accounts.createAccount',
  summary: 'Create an account below another one',
  description:
    'Types are Reseller, Customer and Location. The new account gets a default user group for administrators and one ' +
    'for users. --template lists all fields.',
  request: 'POST /accounts/accounts',
  parameters: {
    body: wholeBody('the account', {fields: accountFields, required: ['name', 'type', 'parent_uuid']}),
  },
  effect: {changes: 'create an account'},
  reply: object<Account>({columns: accountDetails, id: 'uuid', pending: true}),
  examples: [
    [
      'A location',
      '-F name="Sunrise Dental North" -F type=Location -F parent_uuid=ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d -F address.city=Tampa',
    ],
    [
      'One with somebody to call',
      '--body \'{"name": "Sunrise South", "type": "Location", "parent_uuid": "ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d"}\' -F "contacts[0].type=primary" -F "contacts[0].phone=+19415550199"',
    ],
  ],
})
