import {type Account, accountDetails} from '../../lib/accounts/account.ts'
import {overlay} from '../../lib/accounts/overlay.ts'
import {Command} from '../../lib/command.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {runOperation} from '../../lib/operation/run.ts'
import {uuid, wholeBody} from '../../lib/parameters.ts'
import getAccount from './get.ts'

const replaceAccount = operation({
  operation: 'Accounts.modifyAccount',
  summary: 'Change an account',
  description:
    'Name only what is to change. The platform replaces the whole account, so it is read first and your changes are ' +
    'laid over it: -F address.city=Tampa leaves the street as it is. Lists are the exception: contacts that you give ' +
    'replace all contacts. With --dry-run the account is read, too, and the request shown holds all of it.',
  request: 'PUT /accounts/accounts/{account_uuid}',
  parameters: {
    account_uuid: uuid('ACCOUNT', 'account to change'),
    body: wholeBody('what to change'),
  },
  effect: {changes: 'change the account'},
  reply: object<Account>({columns: accountDetails, id: 'uuid', pending: true}),
  examples: [
    ['Another name', '3e14fcef-ef5b-5d57-924f-338d593acfee -F name="Sunrise Dental Venice Beach"'],
    ['Another street, after a look', '3e14fcef-ef5b-5d57-924f-338d593acfee -F address.line1="7 Gulf Rd" --dry-run'],
  ],
})

/** Reads the account and puts it back with the changes. */
export default class Update extends Command {
  static override readonly shape = replaceAccount.shape
  static override readonly calls = [replaceAccount, getAccount]

  async run(): Promise<void> {
    const {account_uuid, body} = await this.values(replaceAccount.shape)
    const account = await this.call(getAccount, {account_uuid})
    const changed = overlay(account, body)
    await runOperation(replaceAccount.shape, {account_uuid, body: changed}, this.flags, this.console)
  }
}
