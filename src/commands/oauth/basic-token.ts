import {Command} from '../../lib/command.ts'
import {basicToken} from '../../lib/oauth/basic-token.ts'
import {plainText, type Shape} from '../../lib/operation/declaration.ts'
import {secret, text} from '../../lib/parameters.ts'

const parameters = {
  public_id: text('--public-id', 'public id of the client', {in: 'local', required: true}),
  secret: secret('--secret', 'secret of the client', {in: 'local', required: true}),
}

/** Base64 of a client's id and secret. */
export default class BasicToken extends Command {
  static override readonly shape = {
    summary: 'Print the Basic token of an OAuth client; sends nothing',
    description: 'The token is as secret as what it is made of. COMMSCTL_BASIC_TOKEN and commsctl login take it.',
    parameters,
    reply: plainText(),
    online: false,
    examples: [['The client of a fresh sandbox', '--public-id sandbox-client --secret sandbox-client-secret']],
  } satisfies Shape<typeof parameters, string>

  static override readonly calls = [{shape: {operation: 'Oauth.generateBasicToken'}}]

  async run(): Promise<void> {
    const values = await this.values(BasicToken.shape)
    await this.console.printer.text(basicToken(values.public_id, values.secret))
  }
}
