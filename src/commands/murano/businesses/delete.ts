import {businessArgument} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'

export default operation({
  operation: 'Murano.business.delete',
  summary: 'Delete a business with all its solutions',
  request: {line: 'DELETE /business/{bizid}', host: 'murano', auth: 'murano'},
  parameters: {bizid: businessArgument('business to delete, by name or id')},
  effect: {changes: 'delete the business with all its solutions:', destructive: true},
  reply: empty('Deleted.'),
  examples: [['By name', "'Sunrise Dental'"]],
})
