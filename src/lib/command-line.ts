import {type ExitCode} from './exit-code.ts'
import {flagsBefore, resolveCommand} from './command-files.ts'
import {type Program} from './program.ts'
import {type Surroundings} from './surroundings.ts'

/** Runs one command line, or shows the help that it asks for, and gives back what it exits with. */
export async function runCommandLine(
  program: Program,
  argv: readonly string[],
  surroundings?: Surroundings,
): Promise<ExitCode> {
  const asksForHelp = argv[0] === 'help'
  const flagCount = asksForHelp ? 1 : leadingFlags(argv)
  const resolved = resolveCommand(argv.slice(flagCount), program.folder, program.extension)
  const wanted = asksForHelp || wantsHelp(argv)
  if (resolved.file === undefined || wanted) {
    const {help} = await import('./help/help.ts')
    return help(program, resolved, wanted ? [] : argv)
  }
  const {runCommand} = await import('./run-command.ts')
  const words = [...argv.slice(0, flagCount), ...resolved.rest]
  return runCommand(program, {id: resolved.id, file: resolved.file, argv: words}, surroundings)
}

/** How many words before the command are flags: global ones may stand there, as in kubectl and aws. */
function leadingFlags(argv: readonly string[]): number {
  const command = argv.findIndex((word, index) => !word.startsWith('-') && !flagsBefore.has(argv[index - 1]))
  return command === -1 ? 0 : command
}

function wantsHelp(argv: readonly string[]): boolean {
  const options = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv
  return options.includes('--help') || options.includes('-h')
}
