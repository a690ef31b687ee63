import {Command} from '../../lib/command.ts'
import {type MuranoUser, muranoUser} from '../../lib/murano/murano-user.ts'
import {checkToken, listBusinesses} from '../../lib/murano/session-calls.ts'
import {object, type Shape} from '../../lib/operation/declaration.ts'
import {printReply} from '../../lib/operation/run.ts'

export default class Whoami extends Command {
  static override readonly shape = {
    summary: 'Show who you are logged in to Murano as, and your businesses',
    description: 'Asks Murano, and so tells whether the stored token still holds.',
    parameters: {},
    reply: object<MuranoUser>({columns: ['email', 'ttl', 'businesses'], id: 'email'}),
    examples: [
      ['You and your businesses', ''],
      ['Ids of the businesses', '--jq ".businesses[].bizid"'],
    ],
  } satisfies Shape

  static override readonly calls = [checkToken, listBusinesses]

  async run(): Promise<void> {
    const connection = await this.console.connection()
    const me = await muranoUser(this, await connection.muranoToken(), this.console.settings)
    await printReply(Whoami.shape.reply, me, this.console)
  }
}
