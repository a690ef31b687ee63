import {clientColumns, type OauthClient} from '../../../lib/oauth/client.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {filters} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Oauth.listOauthClients',
  summary: 'List OAuth clients',
  description: 'The table leaves the clients’ secrets out; other formats have them where the platform sends them.',
  request: 'GET /oauth/oauth/clients',
  parameters: {
    filter: filters(['name', 'public_id', 'app_user']),
  },
  reply: list<OauthClient>({columns: clientColumns, id: 'uuid', noun: 'clients'}),
  examples: [
    ['Yours', ''],
    ['Those of one user', '--filter app_user=eb296a99-5e24-5d6d-bcfc-af60222222f4'],
  ],
})
