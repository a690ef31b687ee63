import {type Account, accountDetails} from '../../lib/accounts/account.ts'
import {wholeBody} from '../../lib/body-parameter.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'
import {accountFields} from '../../lib/accounts/account-fields.ts'
import getAccount from './get.ts'

export default operation({
  operation: 'Accounts.modifyAccount',
  summary: 'Change an account',
  description:
    'Name only what is to change. The platform replaces the whole account, so it is read first and your changes are ' +
    'laid over it: -F address.city=Tampa leaves the street as it is. Lists are the exception: contacts that you give ' +
    'replace all contacts. With --dry-run the account is read, too, and the request shown holds all of it.',
  request: 'PUT /accounts/accounts/{account_uuid}',
  parameters: {
    account_uuid: uuid('ACCOUNT', 'account to change'),
    body: wholeBody('what to change', {fields: accountFields}),
  },
  effect: {changes: 'change the account', replaces: true},
  current: (caller, {account_uuid}) => caller.call(getAccount, {account_uuid}),
  reply: object<Account>({columns: accountDetails, id: 'uuid', pending: true}),
  examples: [
    ['Another name', '3e14fcef-ef5b-5d57-924f-338d593acfee -F name="Sunrise Dental Venice Beach"'],
    ['Another street, after a look', '3e14fcef-ef5b-5d57-924f-338d593acfee -F address.line1="7 Gulf Rd" --dry-run'],
  ],
})
