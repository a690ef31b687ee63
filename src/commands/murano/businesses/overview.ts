import {type JsonObject} from '../../../lib/client/wire.ts'
import {businessArgument} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'

/** What a business pays, and what it may have for it. */
interface Overview {
  tier: {id: string; price?: number}
  billing?: {balance?: number; overdue?: number; terms?: number}
  accountLimits?: {
    teamMembers?: number
    solutionApis?: number
    productModels?: number
    perModelDevices?: number
    perApiUsers?: number
  }
  accountManager?: JsonObject
}

export default operation({
  operation: 'Murano.business.overview',
  summary: 'Show the tier of a business, its limits and its balance',
  request: {line: 'GET /business/{bizid}/overview', host: 'murano', auth: 'murano'},
  parameters: {bizid: businessArgument('business to show, by name or id')},
  reply: object<Overview>({
    columns: [
      'tier.id',
      'billing.balance',
      {path: 'accountLimits.solutionApis', header: 'APPLICATIONS'},
      {path: 'accountLimits.productModels', header: 'PRODUCTS'},
      {path: 'accountLimits.perModelDevices', header: 'DEVICES EACH'},
      {path: 'accountLimits.perApiUsers', header: 'USERS EACH'},
      {path: 'accountLimits.teamMembers', header: 'MEMBERS'},
    ],
  }),
  examples: [['By name', "'Sunrise Dental'"]],
})
