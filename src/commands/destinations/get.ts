import {type Destination, destinationColumns} from '../../lib/destinations/destination.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {text} from '../../lib/parameters.ts'

export default operation({
  operation: 'DbSip.getDestinationById',
  summary: 'Show one voice destination',
  request: 'GET /dbsip/destinations/{destination_id}',
  parameters: {
    destination_id: text('DESTINATION', 'number of the destination, as destinations list shows it'),
  },
  reply: object<Destination>({columns: destinationColumns, id: 'id'}),
  examples: [['The front desk', '4101']],
})
