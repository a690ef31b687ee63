import {type Destination, destinationColumns} from '../../lib/destinations/destination.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {account, filters} from '../../lib/parameters.ts'

export default operation({
  operation: 'DbSip.getAccountDestinations',
  summary: 'List the voice destinations of an account',
  request: 'GET /dbsip/accounts/{account_uuid}/destinations',
  parameters: {
    account_uuid: account(),
    filter: filters(['id', 'name']),
  },
  reply: list<Destination>({columns: destinationColumns, id: 'id', noun: 'destinations', limit: 100}),
  examples: [
    ['Those of your account', ''],
    ['The id of one by its name', '--filter name="Front desk" -o id'],
  ],
})
