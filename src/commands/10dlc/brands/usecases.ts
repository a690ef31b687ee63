import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {account} from '../../../lib/parameters.ts'
import {type UseCase} from '../../../lib/tendlc/use-case.ts'

export default operation({
  operation: 'Campaigns.getBrandUseCases',
  summary: 'List the use cases that a brand qualifies for',
  request: 'GET /sms/10dlc/customers/{account_uuid}/usecases',
  parameters: {account_uuid: account()},
  reply: list<UseCase>({columns: ['id', 'name', 'description'], id: 'id', noun: 'use cases', paging: 'none'}),
  examples: [['Of your brand', '']],
})
