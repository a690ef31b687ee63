import {type Console} from '../console.ts'
import {authenticationError, CliError, usageError} from '../errors.ts'
import {credentialFromEnvironment} from '../login/environment.ts'
import {NeededValues} from '../login/needed-values.ts'
import {type Caller} from '../operation/declaration.ts'
import {type Parameter} from '../parameter.ts'
import {orNotAuthenticated} from '../profile/grants.ts'
import {acceptKey, createToken, getKey} from './session-calls.ts'

/** What a login to Murano was given on the command line. */
export interface MuranoLoginFlags {
  email?: string | undefined
  password?: string | undefined
  code?: string | undefined
  with_token?: boolean | undefined
}

type Question = 'email' | 'password' | 'code'

/** Gets a token: with a password, and the mailed code where a second factor is on, or one that the user has. Asks for what is missing. */
export class MuranoSignIn {
  readonly #values: NeededValues

  constructor(
    private readonly console: Console,
    private readonly caller: Caller,
    private readonly parameters: Readonly<Record<Question, Parameter>>,
    private readonly flags: MuranoLoginFlags,
  ) {
    this.#values = new NeededValues(console)
  }

  /** Throws a usage error that names the missing flags where nobody can be asked, and exit 3 when Murano says no. */
  async run(): Promise<string> {
    if (this.flags.with_token) return this.#withToken()
    const {code} = this.flags
    // A code stands for the user that it was mailed to.
    const email = code === undefined ? await this.#need('email') : ''
    const password = await this.#need('password')
    this.#values.assertComplete('COMMSCTL_MURANO_EMAIL and COMMSCTL_MURANO_PASSWORD')
    if (code !== undefined) return this.#withCode(code, password)
    return (await this.#withPassword(email, password)) ?? this.#withCode(await this.#mailedCode(), password)
  }

  async #withToken(): Promise<string> {
    const {terminal, input} = this.console
    if (!terminal.isInteractive) return (await input.standardInput('--with-token')).trim()
    const {Prompter} = await import('../input/prompt.ts')
    return new Prompter(this.console).askSecret({message: 'Murano token'})
  }

  /** The token; undefined where Murano has mailed a code instead. */
  async #withPassword(email: string, password: string): Promise<string | undefined> {
    try {
      return (await this.#granted(this.caller.call(createToken, {email, password}), 'the e-mail address and password'))
        .token
    } catch (error) {
      if (error instanceof CliError && error.status === 409 && /two.?factor/i.test(error.message)) return undefined
      throw error
    }
  }

  async #mailedCode(): Promise<string> {
    if (this.console.terminal.isInteractive) {
      await this.console.note('A second factor is on: Murano has mailed a code.')
      return (await this.console.askFor(this.parameters.code)).trim()
    }
    throw authenticationError('A second factor is on: Murano has mailed a code.', {
      code: 'code-needed',
      hint: 'Run the same command again with --code CODE.',
    })
  }

  async #withCode(code: string, password: string): Promise<string> {
    const {purpose} = await known(this.#granted(this.caller.call(getKey, {code}), 'the code'))
    if (purpose !== 'twofactor') throw usageError(`The code is not for a login, but for ${purpose}.`)
    return (await known(this.#granted(this.caller.call(acceptKey, {code, password}), 'the code and password'))).token
  }

  #need(name: 'email' | 'password'): Promise<string> {
    const known = credentialFromEnvironment(`murano_${name}`, this.console.settings)
    return this.#values.need(this.parameters[name], this.flags[name] ?? known)
  }

  #granted<T>(grant: Promise<T>, given: string): Promise<T> {
    const {murano_host: host} = this.console.settings.values
    return orNotAuthenticated(
      grant,
      `${host} did not take ${given} given.`,
      'Check them, and the host: --murano-host names it.',
    )
  }
}

/** Of a code: Murano does not find one that is wrong, used or too old. */
async function known<T>(reply: Promise<T>): Promise<T> {
  try {
    return await reply
  } catch (error) {
    if (!(error instanceof CliError && error.status === 404)) throw error
    const {status, traceId} = error
    throw authenticationError('The code is wrong or has ended.', {
      hint: 'Log in without --code: Murano mails a new one.',
      ...{status, traceId, cause: error},
    })
  }
}
