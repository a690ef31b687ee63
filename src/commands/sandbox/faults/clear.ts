import {Command} from '../../../lib/command.ts'
import {CliError} from '../../../lib/errors.ts'
import {ExitCode} from '../../../lib/exit-code.ts'
import {empty, type Shape} from '../../../lib/operation/declaration.ts'
import {integer} from '../../../lib/parameters.ts'
import {withSandbox} from '../../../sandbox/with-sandbox.ts'

export default class Clear extends Command {
  static override readonly shape = {
    summary: 'End one fault, or all',
    parameters: {
      id: integer('ID', 'rule to end; all if left out', {required: false, min: 1}),
    },
    reply: empty('No faults any more.'),
    effect: {changes: 'clear faults', idempotent: true},
    examples: [['All of them', '']],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {id} = await this.values(Clear.shape)
    const cleared = await withSandbox(this.console.paths, ({faults}) => faults.clear(id?.toString()))
    if (id !== undefined && cleared === 0) throw unknownFault(id)
    await this.console.printer.empty(cleared === 1 ? 'Cleared 1 fault.' : `Cleared ${cleared} faults.`)
  }
}

function unknownFault(id: number): CliError {
  return new CliError(`There is no fault ${id}.`, {
    code: 'unknown-fault',
    exit: ExitCode.NotFound,
    hint: 'To see which there are: commsctl sandbox faults list',
  })
}
