import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {type Enumerations} from '../../lib/tendlc/enumerations.ts'

export default operation({
  operation: 'Campaigns.getEnumerations',
  summary: 'List the values that brand and campaign fields accept',
  request: 'GET /sms/10dlc/help/get_enumerations',
  parameters: {},
  reply: object<Enumerations>({columns: ['entity_types', 'verticals', 'stock_exchanges']}),
  examples: [
    ['All of them', ''],
    ['Only the verticals, one a line', '--jq ".verticals[]"'],
  ],
})
