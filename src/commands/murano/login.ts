import {Command} from '../../lib/command.ts'
import {acceptKey, checkToken, createToken, getKey, listBusinesses} from '../../lib/murano/session-calls.ts'
import {type Shape} from '../../lib/operation/declaration.ts'
import {printReply} from '../../lib/operation/run.ts'
import {boolean, email, secret, text} from '../../lib/parameters.ts'
import whoami from './whoami.ts'

const notForTokens = {excludes: ['with_token']}

export default class Login extends Command {
  static override readonly shape = {
    summary: 'Log in to Murano and store the token in a profile',
    description:
      'What is left out comes from COMMSCTL_MURANO_EMAIL and COMMSCTL_MURANO_PASSWORD, from the profile, or is asked for on a terminal. Where a second factor is on, Murano mails a code: it is asked for, or given with --code. A token cannot be renewed: log in again when it has ended.',
    parameters: {
      email: email('--email', 'e-mail address of the user', notForTokens),
      password: secret('--password', 'password of the user', notForTokens),
      code: text('--code', 'code that Murano has mailed after a login without it', notForTokens),
      with_token: boolean('--with-token', 'store a token that standard input holds'),
      murano_host: text('--murano-host', 'base URL of Murano, before /api:1', {valueName: 'URL'}),
    },
    reply: whoami.shape.reply,
    tool: false,
    examples: [],
    makesProfile: true,
  } satisfies Shape

  static override readonly calls = [createToken, getKey, acceptKey, checkToken, listBusinesses]

  async run(): Promise<void> {
    const {checkTarget} = await import('../../lib/login/target.ts')
    const profile = checkTarget(this.console, 'murano_host')
    const {MuranoSignIn} = await import('../../lib/murano/sign-in.ts')
    const flags = await this.values(Login.shape)
    const token = await new MuranoSignIn(this.console, this, Login.shape.parameters, flags).run()
    const {storeMuranoLogin} = await import('../../lib/murano/store-login.ts')
    const me = await storeMuranoLogin(this.console, this, profile, token)
    await printReply(Login.shape.reply, me, this.console)
  }
}
