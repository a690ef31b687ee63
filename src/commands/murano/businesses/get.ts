import {type Business} from '../../../lib/murano/business.ts'
import {businessArgument} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default operation({
  operation: 'Murano.business.get',
  summary: 'Show a business',
  request: {line: 'GET /business/{bizid}', host: 'murano', auth: 'murano'},
  parameters: {bizid: businessArgument('business to show, by name or id')},
  reply: object<Business>({columns: ['bizid', 'name', 'tier'], id: 'bizid'}),
  examples: [['By name', "'Sunrise Dental'"]],
})
