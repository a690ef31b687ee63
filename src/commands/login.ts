import {Command} from '../lib/command.ts'
import {type CliError} from '../lib/errors.ts'
import {type Shape} from '../lib/operation/declaration.ts'
import {printReply} from '../lib/operation/run.ts'
import {boolean, email, secret, text, uuid} from '../lib/parameters.ts'
import {clientCredentialsCall, passwordCall} from '../lib/login/calls.ts'
import {type SignedIn} from '../lib/login/sign-in.ts'
import whoami, {type Me} from './whoami.ts'

const notForTokens = {excludes: ['with_token']}

export default class Login extends Command {
  static override readonly shape = {
    summary: 'Log in and store the session in a profile',
    description:
      'What is left out comes from COMMSCTL_EMAIL, COMMSCTL_PASSWORD and COMMSCTL_BASIC_TOKEN, from the profile, or is asked for on a terminal. The first profile becomes the current one.',
    parameters: {
      email: email('--email', 'e-mail address of the user', {excludes: ['with_token', 'client_credentials']}),
      password: secret('--password', 'password of the user', {excludes: ['with_token', 'client_credentials']}),
      client_credentials: boolean('--client-credentials', 'log in as the application, not as a user', notForTokens),
      with_token: boolean('--with-token', 'store an access token that standard input holds'),
      basic_token: secret('--basic-token', 'base64 of public id:secret of the application', {
        excludes: ['with_token', 'public_id'],
      }),
      public_id: text('--public-id', 'public id of the application', notForTokens),
      secret: secret('--secret', 'secret of the application', {needs: ['public_id']}),
      scope: text('--scope', 'scope to ask for', {default: 'default'}),
      device_id: uuid('--device-id', 'what this device is known by; the installation’s own uuid if left out'),
      api_host: text('--api-host', 'base URL of the CPaaS', {valueName: 'URL'}),
      auth_host: text('--auth-host', 'base URL of its token service', {valueName: 'URL'}),
    },
    reply: whoami.shape.reply,
    tool: false,
    examples: [],
    makesProfile: true,
  } satisfies Shape

  static override readonly calls = [passwordCall, clientCredentialsCall, whoami]
  static override readonly variants = {'--client-credentials': clientCredentialsCall}

  async run(): Promise<void> {
    const {checkTarget, storeLogin} = await import('../lib/login/target.ts')
    const profile = checkTarget(this.console)
    const {SignIn} = await import('../lib/login/sign-in.ts')
    const signedIn = await new SignIn(this.console, Login.shape.parameters, await this.values(Login.shape)).run()
    const me = await this.#identity(signedIn)
    await storeLogin(this.console, profile, signedIn, me)
    await printReply(Login.shape.reply, me, this.console)
  }

  /** Whom the token stands for, by the service's own account: it proves the token before it is stored. */
  async #identity({session, claims}: SignedIn): Promise<Me> {
    const {orNotAuthenticated} = await import('../lib/profile/grants.ts')
    const {api_host: host} = this.console.settings.values
    ;(await this.console.connection()).useToken(session.access_token)
    try {
      return await orNotAuthenticated<Me>(
        this.call(whoami, {}),
        `${host} does not take the access token.`,
        'It may have expired, or be one of another host: see --api-host.',
      )
    } catch (error) {
      // An application need not be a user that the service can show.
      const {status} = error as Partial<CliError>
      if (session.grant !== 'client_credentials' || (status !== 403 && status !== 404)) throw error
      return {user_uuid: claims.user ?? '', email: '', account_uuid: claims.account ?? ''}
    }
  }
}
