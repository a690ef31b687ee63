import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'

export default operation({
  operation: 'Numbers.getAvailableStates',
  summary: 'List the states that have numbers available',
  request: 'GET /sms/number/available/states',
  parameters: {},
  reply: list<string>({columns: [{path: 'value', header: 'STATE'}], noun: 'states', paging: 'none'}),
  examples: [['All states', '']],
})
