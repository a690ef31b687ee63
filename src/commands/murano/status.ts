import {codeOf, inWords} from '../../lib/murano/code/comparison.ts'
import {ProjectCommand, projectParameters, readingCalls} from '../../lib/murano/project/project-command.ts'
import {list, type Shape} from '../../lib/operation/declaration.ts'

/** An item that is not the same here and there. */
interface Difference {
  /** What happened here, and what happened there: A added, M changed, D deleted. */
  code: string
  /** The same in words. */
  state: string
  kind: string
  name: string
  /** Of its file; null where there is none here. */
  path: string | null
}

export default class Status extends ProjectCommand {
  static override readonly shape = {
    summary: 'Show what differs between the folder of a project and its solution',
    description:
      'The first letter of the code is about here, the second about there, as in git status --short: A added, M changed, ' +
      'D deleted since both were the same. Two letters are a conflict.',
    parameters: projectParameters,
    reply: list<Difference>({
      columns: ['code', 'state', 'kind', 'name', 'path'],
      id: 'name',
      noun: 'differences',
      paging: 'none',
    }),
    tool: false,
    examples: [['Of a folder that is not a project yet', '--solution clinic-monitor']],
  } satisfies Shape<typeof projectParameters, Difference>
  static override readonly calls = readingCalls

  async run(): Promise<void> {
    const values = await this.values(Status.shape)
    await this.onProject(values, {changes: false}, async (checkout) => {
      const differences = await checkout.differences(this.kindsOf(values))
      const rows = differences.map(({kind, name, comparison, local}) => ({
        ...{code: codeOf(comparison), state: inWords(comparison)},
        ...{kind, name, path: local?.path ?? null},
      }))
      await this.console.printer.rows(rows, {...Status.shape.reply, idField: Status.shape.reply.id})
    })
  }
}
