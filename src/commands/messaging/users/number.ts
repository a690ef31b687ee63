import {Command} from '../../../lib/command.ts'
import {CliError} from '../../../lib/errors.ts'
import {ExitCode} from '../../../lib/exit-code.ts'
import {type Identity} from '../../../lib/identities/identity.ts'
import {operation} from '../../../lib/operation.ts'
import {object, plainText} from '../../../lib/operation/declaration.ts'
import {user} from '../../../lib/parameters.ts'

const userWithAliases = operation({
  operation: 'Messaging.getSMSNumber',
  summary: 'Show a user with aliases',
  request: {line: 'GET /identity/identities/{user_uuid}', fixedQuery: {include: 'alias'}},
  parameters: {
    user_uuid: user(),
  },
  reply: object<Partial<Identity>>({columns: ['uuid', 'aliases'], id: 'uuid'}),
  examples: [],
})

export default class UserNumber extends Command {
  static override readonly shape = {
    ...userWithAliases.shape,
    summary: 'Print the number that a user sends from',
    description: 'It is the first of the user’s aliases that has a number for SMS.',
    reply: plainText(),
    examples: [['Your own', '']],
  } as const
  static override readonly calls = [userWithAliases]

  async run(): Promise<void> {
    const values = await this.values(UserNumber.shape)
    if (this.flags['dry-run'] === true) return this.showRequest(userWithAliases, values)
    const {aliases = []} = await this.call(userWithAliases, values)
    const number = aliases.find(({sms}) => sms !== undefined)?.sms
    if (number === undefined) throw noNumber(values.user_uuid)
    await this.console.printer.text(number)
  }
}

function noNumber(user: string): CliError {
  return new CliError(`User ${user} has no number for SMS among the aliases.`, {
    code: 'no-sms-number',
    exit: ExitCode.NotFound,
    hint: `To give one: commsctl identities aliases set-did ${user} NUMBER`,
  })
}
