import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {text} from '../../lib/parameters.ts'

export default operation({
  operation: 'Numbers.getAvailableAreaCodes',
  summary: 'List the area codes of a rate centre that have numbers available',
  request: 'GET /sms/number/available/{state}/{rate_center}/npas',
  parameters: {
    state: text('STATE', 'two letters, such as FL'),
    rate_center: text('RATE_CENTER', 'as “numbers rate-centers” names it'),
  },
  reply: list<number>({columns: [{path: 'value', header: 'AREA CODE'}], noun: 'area codes', paging: 'none'}),
  examples: [['In Sarasota, Florida', 'FL SARASOTA']],
})
