import {type ExchangeElement} from '../../../lib/murano/exchange-element.ts'
import {business} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {choice} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Murano.exchange.elements',
  summary: 'List what the exchange offers',
  request: {line: 'GET /exchange/{bizid}/element/', host: 'murano', auth: 'murano'},
  parameters: {
    bizid: business(),
    type: choice('--type', 'what to list', ['download', 'product', 'application', 'contactSales', 'service']),
  },
  reply: list<ExchangeElement>({
    columns: ['elementId', 'type', 'name', 'access', 'tiers'],
    id: 'elementId',
    noun: 'elements',
  }),
  examples: [
    ['Everything', ''],
    ['Services', '--type service'],
  ],
})
