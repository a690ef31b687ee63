import {Command} from '../../lib/command.ts'
import {deleteToken} from '../../lib/murano/session-calls.ts'
import {empty, type Shape} from '../../lib/operation/declaration.ts'

export default class Logout extends Command {
  static override readonly shape = {
    summary: 'Revoke the token of Murano and delete it here',
    description: 'The profile itself stays, and so does its session with the CPaaS.',
    parameters: {},
    reply: empty('Logged out of Murano.'),
    tool: false,
    examples: [['The current profile', '']],
  } satisfies Shape

  static override readonly calls = [deleteToken]

  async run(): Promise<void> {
    const {endMuranoSession} = await import('../../lib/murano/end-session.ts')
    await this.console.printer.empty(await endMuranoSession(this.console, this))
  }
}
