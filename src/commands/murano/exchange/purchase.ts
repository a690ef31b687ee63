import {business} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Murano.exchange.purchase',
  summary: 'Get an element of the exchange for a business',
  request: {line: 'POST /exchange/{bizid}/purchase/', host: 'murano', auth: 'murano'},
  parameters: {bizid: business(), elementId: text('ELEMENT', 'id of the element, as exchange list shows it')},
  effect: {changes: 'get from the exchange', billable: true, destructive: true},
  reply: empty('The business has it now.'),
  examples: [['By id', 'c769a916f91c1fe8f27a2608']],
})
