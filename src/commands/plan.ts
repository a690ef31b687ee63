import {kinds} from '../kinds/kinds.ts'
import {Command} from '../lib/command.ts'
import {ExitCode} from '../lib/exit-code.ts'
import {type Shape} from '../lib/operation/declaration.ts'
import {boolean} from '../lib/parameters.ts'
import {callsOf} from '../lib/plan/calls-of.ts'
import {editorSchema} from '../lib/plan/file-schema.ts'
import {planFiles} from '../lib/plan/plan-files.ts'
import {planParameters} from '../lib/plan/plan-parameters.ts'
import {type PlannedChange, plannedChange, planReply, summaryOf} from '../lib/plan/plan-view.ts'

const parameters = {
  ...planParameters,
  exit_code: boolean('--exit-code', 'exit with 11 where there are differences', {in: 'local'}),
  schema: boolean('--schema', 'print the JSON Schema of the file, for editors, and do nothing else', {in: 'local'}),
}

export default class Plan extends Command {
  static override readonly shape = {
    summary: 'Show how an account differs from what files say it is to be',
    description:
      'Reads, and changes nothing. What the files do not name stays as it is, unless --prune says otherwise. apply does ' +
      'what is shown here; export writes a file from what there is.',
    parameters,
    reply: planReply,
    tool: false,
    examples: [
      ['What apply would do', '-f account.yaml'],
      ['With what would be released', '-f account.yaml --prune'],
    ],
  } satisfies Shape<typeof parameters, PlannedChange>
  static override readonly calls = callsOf(kinds)

  async run(): Promise<void> {
    const {exit_code: tells = false, schema = false, ...asked} = await this.values(Plan.shape)
    const {console} = this
    if (schema) return console.terminal.out(`${JSON.stringify(editorSchema(kinds), null, 2)}\n`)
    const {plan, prices} = await planFiles(asked, {kinds, caller: this, console})
    const {changes} = await plan()
    const {columns, id, noun} = planReply
    const rows = changes.map((change) => plannedChange(change, prices))
    const told = prices.typed.length === 0 ? columns : [...columns, 'cost']
    await console.printer.rows(rows, {columns: told, idField: id, noun})
    if (changes.length > 0) await console.note(summaryOf(changes, prices))
    if (tells && changes.length > 0) console.exitCode = ExitCode.Differences
  }
}
