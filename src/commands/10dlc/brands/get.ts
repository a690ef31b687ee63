import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {account} from '../../../lib/parameters.ts'
import {registration} from '../../../lib/tendlc/registration.ts'
import {type Brand, brandColumns} from '../../../lib/tendlc/brand.ts'

export default operation({
  operation: 'Campaigns.getBrand',
  summary: 'Show an account’s brand and where its registration stands',
  request: 'GET /sms/10dlc/customers/{account_uuid}',
  parameters: {account_uuid: account()},
  reply: object<Brand>({columns: brandColumns, id: 'account_uuid'}),
  course: registration(['VERIFIED', 'UNVERIFIED', 'FAILED'], ({brand_name: name}) => `brand ${String(name)}`),
  examples: [['The brand of your account', '']],
})
