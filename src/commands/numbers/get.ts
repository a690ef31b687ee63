import {numberColumns, type ProvisionedNumber} from '../../lib/numbers/provisioned-number.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {phoneNumber} from '../../lib/parameters.ts'

export default operation({
  operation: 'Numbers.getNumberDetails',
  summary: 'Show one provisioned number',
  request: 'GET /sms/provision/numbers/number/{phone_number}',
  parameters: {
    phone_number: phoneNumber('PHONE_NUMBER', 'number to show'),
  },
  reply: object<ProvisionedNumber>({
    columns: [...numberColumns, 'account_uuid', 'help_text', 'is_campaign'],
    id: 'number',
  }),
  examples: [['Provider, campaign and help text of a number', '+19412340001']],
})
