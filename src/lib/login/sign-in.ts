import {type Console} from '../console.ts'
import {type Parameter} from '../parameter.ts'
import {readClaims, type TokenClaims} from '../profile/access-token.ts'
import {mayGo, originsOf} from '../profile/credentials.ts'
import {deviceId} from '../profile/device-id.ts'
import {clientCredentialsGrant, orNotAuthenticated, passwordGrant, sessionFrom} from '../profile/grants.ts'
import {sessionFromToken} from '../profile/login.ts'
import {type Session} from '../profile/secrets.ts'
import {credentialFromEnvironment} from './environment.ts'
import {NeededValues} from './needed-values.ts'

/** What a login was given on the command line. */
export interface LoginFlags {
  email?: string | undefined
  password?: string | undefined
  client_credentials?: boolean | undefined
  with_token?: boolean | undefined
  basic_token?: string | undefined
  public_id?: string | undefined
  secret?: string | undefined
  scope: string
  device_id?: string | undefined
}

export interface SignedIn {
  session: Session
  claims: TokenClaims
  basicToken?: string
  email?: string
}

type Question = 'email' | 'password' | 'basic_token' | 'public_id' | 'secret'

/** Gets a session: with a password, as the application, or of a token that the user has. Asks for what is missing. */
export class SignIn {
  readonly #values: NeededValues

  constructor(
    private readonly console: Console,
    private readonly parameters: Readonly<Record<Question, Parameter>>,
    private readonly flags: LoginFlags,
  ) {
    this.#values = new NeededValues(console)
  }

  /** Throws a usage error that names the missing flags where nobody can be asked, and exit 3 when the service says no. */
  async run(): Promise<SignedIn> {
    if (this.flags.with_token) return this.#withToken()
    return this.flags.client_credentials ? this.#asApplication() : this.#withPassword()
  }

  async #withToken(): Promise<SignedIn> {
    const {input, settings} = this.console
    const token = (await this.#askHidden('access token')) ?? (await input.standardInput('--with-token'))
    return this.#signedIn(await sessionFromToken(token.trim(), originsOf(settings)))
  }

  async #asApplication(): Promise<SignedIn> {
    const basicToken = await this.#basicToken()
    this.#values.assertComplete('COMMSCTL_EMAIL, COMMSCTL_PASSWORD and COMMSCTL_BASIC_TOKEN')
    const {client} = await this.console.connection()
    const {scope} = this.flags
    const reply = await this.#granted(
      clientCredentialsGrant((...request) => client.requestToken(...request), {basicToken, scope}),
      'the basic token',
    )
    const session = sessionFrom(reply, {grant: 'client_credentials', scope, origins: this.#origins}, Date.now())
    return this.#signedIn(session, {basicToken})
  }

  async #withPassword(): Promise<SignedIn> {
    const {settings, paths} = this.console
    const email = await this.#need('email', credentialFromEnvironment('email', settings))
    const password = await this.#need('password', credentialFromEnvironment('password', settings))
    const basicToken = await this.#basicToken()
    this.#values.assertComplete('COMMSCTL_EMAIL, COMMSCTL_PASSWORD and COMMSCTL_BASIC_TOKEN')
    const {client} = await this.console.connection()
    const {scope} = this.flags
    const device = this.flags.device_id ?? (await deviceId(paths.deviceIdFile))
    const grant = {basicToken, email, password, scope, deviceId: device}
    const reply = await this.#granted(
      passwordGrant((...request) => client.requestToken(...request), grant),
      'the e-mail address, password and basic token',
    )
    const session = sessionFrom(reply, {grant: 'password', scope, origins: this.#origins}, Date.now())
    return this.#signedIn(session, {basicToken, email})
  }

  /** From the flags, the environment, the profile's earlier login; else it is asked for in its two halves. */
  async #basicToken(): Promise<string> {
    const {basic_token: typed, public_id: typedId} = this.flags
    if (typed !== undefined) return typed
    const known = typedId === undefined ? await this.#knownBasicToken() : undefined
    if (known !== undefined) return known
    if (typedId === undefined && !this.console.terminal.isInteractive) {
      this.#values.missing.push('--basic-token (or --public-id and --secret)')
      return ''
    }
    const publicId = await this.#need('public_id')
    const secret = await this.#need('secret')
    return Buffer.from(`${publicId}:${secret}`).toString('base64')
  }

  async #knownBasicToken(): Promise<string | undefined> {
    const {settings} = this.console
    const fromEnvironment = credentialFromEnvironment('basic_token', settings)
    if (fromEnvironment !== undefined || settings.profile === undefined) return fromEnvironment
    const {secrets} = await this.console.connection()
    const stored = await secrets.get(settings.profile.name, 'basic_token')
    return stored && mayGo(stored.origins, settings) ? stored.value : undefined
  }

  #need(name: Exclude<Question, 'basic_token'>, known?: string): Promise<string> {
    return this.#values.need(this.parameters[name], this.flags[name] ?? known)
  }

  async #askHidden(message: string): Promise<string | undefined> {
    if (!this.console.terminal.isInteractive) return undefined
    const {Prompter} = await import('../input/prompt.ts')
    return new Prompter(this.console).askSecret({message})
  }

  #granted<T>(grant: Promise<T>, given: string): Promise<T> {
    const {auth_host: host} = this.console.settings.values
    const hint = 'Check them, and the host: --auth-host and --api-host name it.'
    return orNotAuthenticated(grant, `${host} did not take ${given} given.`, hint)
  }

  async #signedIn(session: Session, rest: {basicToken?: string; email?: string} = {}): Promise<SignedIn> {
    return {session, claims: await readClaims(session.access_token), ...rest}
  }

  get #origins(): string[] {
    return originsOf(this.console.settings)
  }
}
