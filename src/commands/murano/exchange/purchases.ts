import {type ExchangeElement} from '../../../lib/murano/exchange-element.ts'
import {business} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'

/** An element that a business has. */
interface Purchase {
  elementId?: string
  purchased_at?: string
  element?: Partial<ExchangeElement>
}

export default operation({
  operation: 'Murano.exchange.purchases',
  summary: 'List what a business has from the exchange',
  request: {line: 'GET /exchange/{bizid}/purchase/', host: 'murano', auth: 'murano'},
  parameters: {bizid: business()},
  reply: list<Purchase>({
    columns: ['elementId', 'element.name', 'element.type', 'purchased_at'],
    id: 'elementId',
    noun: 'purchases',
  }),
  examples: [['Of the business', '']],
})
