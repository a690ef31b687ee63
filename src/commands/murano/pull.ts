import {CliError} from '../../lib/errors.ts'
import {ExitCode} from '../../lib/exit-code.ts'
import {type Outcome} from '../../lib/murano/project/outcome.ts'
import {changeParameters, ProjectCommand, readingCalls} from '../../lib/murano/project/project-command.ts'
import {outcomes, type Shape} from '../../lib/operation/declaration.ts'

export default class Pull extends ProjectCommand {
  static override readonly shape = {
    summary: 'Bring what has changed in a solution into the folder of its project',
    description:
      'Modules, event handlers, endpoints and static files of the solution, and the resources of its product, as ' +
      'MrMurano lays them out. What has changed here stays; what has changed on both sides is told, and is overwritten ' +
      'with --force only. Interrupted, it goes on when it is run again.',
    parameters: changeParameters,
    reply: outcomes<Outcome>({columns: ['outcome', 'kind', 'name', 'path', 'message'], id: 'name', noun: 'changes'}),
    tool: false,
    examples: [
      ['Into an empty folder', '--solution clinic-monitor --product fridge'],
      ['See what would come', '--solution clinic-monitor --dry-run'],
    ],
  } satisfies Shape<typeof changeParameters, Outcome>
  static override readonly calls = readingCalls

  async run(): Promise<void> {
    const values = await this.values(Pull.shape)
    const plans = values['dry-run'] === true
    await this.onProject(values, {changes: !plans}, async (checkout) => {
      const {Pull: Work} = await import('../../lib/murano/project/pull.ts')
      const work = new Work(checkout, {force: values.force === true, deletes: values.delete === true, plans})
      const rows = await work.outcomes(this.kindsOf(values))
      if (!plans) await this.remember(checkout)
      await this.console.printer.rows(rows, {...Pull.shape.reply, idField: Pull.shape.reply.id})
      if (work.conflicts > 0) throw conflicting(work.conflicts)
    })
  }
}

function conflicting(conflicts: number): CliError {
  return new CliError(`${conflicts} changed here and there: they were left as they are here.`, {
    code: 'conflicts',
    exit: ExitCode.PartlyFailed,
    hint: 'Compare with commsctl murano diff; --force puts what is there in their place.',
  })
}
