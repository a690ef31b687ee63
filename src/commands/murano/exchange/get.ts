import {type ExchangeElement} from '../../../lib/murano/exchange-element.ts'
import {business} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Murano.exchange.element',
  summary: 'Show an element of the exchange',
  request: {line: 'GET /exchange/{bizid}/element/{elementId}', host: 'murano', auth: 'murano'},
  parameters: {bizid: business(), elementId: text('ELEMENT', 'id of the element')},
  reply: object<ExchangeElement>({
    columns: ['elementId', 'type', 'name', 'description', 'access', 'approval', 'tiers', 'source'],
    id: 'elementId',
  }),
  examples: [['By id', 'c769a916f91c1fe8f27a2608']],
})
