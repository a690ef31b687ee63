import {Command} from '../lib/command.ts'
import {empty, type Shape} from '../lib/operation/declaration.ts'
import revoke from './oauth/tokens/revoke.ts'

export default class Logout extends Command {
  static override readonly shape = {
    summary: 'Revoke the session’s token and delete the stored secrets',
    description: 'The profile itself stays. Where the service cannot be reached, the secrets are deleted all the same.',
    parameters: {},
    reply: empty('Logged out.'),
    tool: false,
    examples: [['The current profile', '']],
  } satisfies Shape

  static override readonly calls = [revoke]

  async run(): Promise<void> {
    const {endSession} = await import('../lib/login/end-session.ts')
    const ended = await endSession(this.console, (accessToken) => this.call(revoke, {access_token: accessToken}))
    await this.console.printer.empty(ended)
  }
}
