import {type Command as OclifCommand} from '@oclif/core'
import {CommandHelp} from '@oclif/core/help'
import {loadCommand} from '../catalogue.ts'
import {type CommandClass} from '../command.ts'
import {oclifConfig} from '../oclif-config.ts'
import {type Program} from '../program.ts'
import {surfaceOf, valueName} from '../surface.ts'

/** The help page of one command, drawn by oclif to the given width. */
export async function commandHelp(program: Program, id: string, file: string, width: number): Promise<string> {
  const command = await loadCommand(file)
  const page = new CommandHelp(loadable(id, command), oclifConfig(program), {
    maxWidth: width,
    hideCommandSummaryInDescription: true,
    flagSortOrder: 'none',
  })
  return `${command.shape.summary}\n\n${page.generate()}\n`
}

/** A command as oclif's help wants it; the usage line names the arguments and what must be given. */
function loadable(id: string, command: CommandClass): OclifCommand.Loadable {
  const {shape} = command
  const {args, flags} = surfaceOf(shape)
  const required = Object.values(shape.parameters).filter(
    ({presence, usage}) => presence === 'required' && usage.startsWith('--'),
  )
  const usage = [
    id,
    ...Object.values(shape.parameters)
      .filter(({usage: name}) => !name.startsWith('--'))
      .map(({usage: name, presence}) => (presence === 'required' ? name : `[${name}]`)),
    ...required.map((parameter) => `${parameter.usage} ${valueName(parameter)}`),
    '[FLAGS]',
  ].join(' ')
  return {
    id,
    args,
    flags: flags,
    usage,
    summary: shape.summary,
    ...(shape.description !== undefined && {description: shape.description}),
    examples: shape.examples.map(([description, line]) => ({
      description,
      command: `<%= config.bin %> ${id} ${line}`.trim(),
    })),
    hidden: false,
    aliases: [],
    hiddenAliases: [],
    hasDynamicHelp: false,
    load: async () => {
      throw new Error('A help page does not run its command.')
    },
  }
}
