import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {account, text} from '../../lib/parameters.ts'
import {type Extension, extensionColumns} from '../../lib/voice/extension.ts'

export default operation({
  operation: 'Voice.getExtensionsByAccount',
  summary: 'List the extensions of an account',
  request: 'GET /voice/extension',
  parameters: {
    account_type: text('--account-type', 'kind of the account, in lower case', {default: 'customer'}),
    account_uuid: account(),
    include: text('--include', 'what else to put into the rows: channels, metadata, or both with a comma between'),
  },
  reply: list<Extension>({columns: extensionColumns, id: 'uuid', noun: 'extensions'}),
  examples: [
    ['Those of your account', '--columns number,name'],
    ['With their channels', '--include channels,metadata -o json'],
  ],
})
