import {ProjectCommand, projectParameters, readingCalls} from '../../lib/murano/project/project-command.ts'
import {plainText, type Shape} from '../../lib/operation/declaration.ts'
import {visible} from '../../lib/output/sanitise.ts'
import {texts} from '../../lib/parameters.ts'

const parameters = {
  names: texts('NAMES...', 'things to compare, by name or path; all if left out', {in: 'local', required: false}),
  ...projectParameters,
}

export default class Diff extends ProjectCommand {
  static override readonly shape = {
    summary: 'Show line by line what differs between the folder of a project and its solution',
    description: 'A unified diff from what is there to what is here: what a forced push would change.',
    parameters,
    reply: plainText(),
    tool: false,
    examples: [['Of a folder that is not a project yet', '--solution clinic-monitor']],
  } satisfies Shape<typeof parameters, string>
  static override readonly calls = readingCalls

  async run(): Promise<void> {
    const values = await this.values(Diff.shape)
    const {colouredDiff, unifiedDiff} = await import('../../lib/murano/code/unified-diff.ts')
    const {textsOf} = await import('../../lib/murano/project/texts.ts')
    await this.onProject(values, {changes: false}, async (checkout) => {
      const wanted = values.names
      const differences = await checkout.differences(this.kindsOf(values))
      const chosen = differences.filter(
        ({name, local}) => wanted === undefined || [name, local?.path].some((one) => one && wanted.includes(one)),
      )
      let diff = ''
      for (const item of chosen) diff += unifiedDiff(await textsOf(checkout, item))
      const {terminal, printer, printing} = this.console
      if (printing.isFormatTyped) return printer.text(diff)
      await terminal.out(terminal.colour.stdout ? colouredDiff(visible(diff, '\n\t')) : diff)
    })
  }
}
