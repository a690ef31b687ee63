import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {text} from '../../lib/parameters.ts'

export default operation({
  operation: 'Numbers.getAvailableRateCenters',
  summary: 'List the rate centres of a state that have numbers available',
  request: 'GET /sms/number/available/{state}/centers',
  parameters: {
    state: text('STATE', 'two letters, such as FL'),
  },
  reply: list<string>({columns: [{path: 'value', header: 'RATE CENTRE'}], noun: 'rate centres', paging: 'none'}),
  examples: [['In Florida', 'FL']],
})
