import {clientColumns, type OauthClient} from '../../../lib/oauth/client.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {text, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Oauth.createClientApp',
  summary: 'Create an OAuth client that acts for a user',
  description:
    'Prints the public id and the secret of the client: keep the secret, it is shown this once. The client gets tokens ' +
    'by the grant client_credentials.',
  request: {
    line: 'POST /oauth/oauth/clients',
    fixedBody: {application_type: 'connect', grant_types: ['client_credentials']},
  },
  parameters: {
    name: text('--name', 'what the client is called', {required: true}),
    description: text('--description', 'what it is for', {required: true}),
    app_user: uuid('--user', 'user whom it acts for', {required: true}),
  },
  effect: {changes: 'create an OAuth client'},
  reply: object<OauthClient>({
    columns: [...clientColumns, 'app_user', 'grant_types', 'secret'],
    id: 'uuid',
    pending: true,
  }),
  examples: [
    [
      'A client for a nightly job',
      '--name nightly --description "nightly report" --user eb296a99-5e24-5d6d-bcfc-af60222222f4',
    ],
  ],
})
