import {Command} from '../lib/command.ts'
import {type Finding} from '../lib/doctor/finding.ts'
import {list, type Shape} from '../lib/operation/declaration.ts'
import {printRows} from '../lib/operation/print-rows.ts'
import {text} from '../lib/parameters.ts'

export default class Doctor extends Command {
  static override readonly shape = {
    summary: 'Look for what is wrong, from this machine to the services, and say what mends it',
    description:
      'Looks at configuration, secrets, login, folders, terminal, proxy, DNS, connection, certificates, clock, token and each ' +
      'service. What needs something that is broken is skipped. No single look takes more than 10 s, or --timeout. Exits with 0 ' +
      'when there is no error, else with the exit code of commands that run into the first one.',
    parameters: {
      bundle: text(
        '--bundle',
        'also write a file for support: findings, versions, settings, last commands; no secrets',
        {
          in: 'local',
          valueName: 'FILE',
        },
      ),
    },
    reply: list<Finding>({
      columns: ['level', 'check', 'subject', 'found', 'mend'],
      id: 'check',
      noun: 'findings',
      paging: 'none',
    }),
    tool: false,
    examples: [
      ['Everything', ''],
      ['Only what is wrong', '--where level=error'],
      ['For support', '--bundle support.json'],
    ],
    diagnoses: true,
  } satisfies Shape

  async run(): Promise<void> {
    const {bundle} = await this.values(Doctor.shape)
    const file = bundle === undefined ? undefined : await this.#newFile(bundle)
    const [{services}, {diagnose}, {findingLines}] = await Promise.all([
      import('../services.ts'),
      import('../lib/doctor/examination.ts'),
      import('../lib/doctor/finding-lines.ts'),
    ])
    const {findings, exit} = await diagnose(this.console, services)
    this.console.exitCode = exit
    await printRows(Doctor.shape.reply, findings, this.flags, this.console, findingLines)
    if (file === undefined) return
    const {bundleOf} = await import('../lib/doctor/bundle.ts')
    file.writeJson(bundleOf(findings, this.console))
    await this.console.note(`Saved ${file.path}: it holds no secrets; look through it before you send it.`)
  }

  async #newFile(path: string) {
    const {NewFile} = await import('../lib/output/new-file.ts')
    const file = new NewFile(path, '--bundle')
    file.check()
    return file
  }
}
