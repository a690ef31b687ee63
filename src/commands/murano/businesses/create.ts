import {type Business} from '../../../lib/murano/business.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Murano.business.create',
  summary: 'Create a business',
  request: {line: 'POST /business/', host: 'murano', auth: 'murano'},
  parameters: {name: text('NAME', 'what it is called')},
  effect: {changes: 'create the business'},
  reply: object<Business>({columns: ['bizid', 'name', 'tier'], id: 'bizid'}),
  examples: [['With a name', "'Bay Cardiology'"]],
})
