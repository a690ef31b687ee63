import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'

export default operation({
  operation: 'Oauth.listScopes',
  summary: 'List the scopes that OAuth clients can have',
  request: 'GET /oauth/scopes',
  parameters: {},
  reply: list<{name: string; description?: string}>({
    columns: ['name', 'description'],
    id: 'name',
    noun: 'scopes',
    paging: 'none',
  }),
  examples: [['All of them', '']],
})
