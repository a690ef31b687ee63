import {loadCommand} from './catalogue.ts'
import {Console} from './console.ts'
import {type ExitCode} from './exit-code.ts'
import {oclifConfig} from './oclif-config.ts'
import {removeForeignErrorHandlers} from './output/terminal.ts'
import {type Program} from './program.ts'
import {type Surroundings} from './surroundings.ts'

/** A command with the words that were typed beside its own. */
export interface TypedCommand {
  id: string
  file: string
  argv: string[]
}

/** Runs one command from its file, reports what goes wrong, and gives back the exit code. */
export async function runCommand(
  program: Program,
  typed: TypedCommand,
  surroundings?: Surroundings,
): Promise<ExitCode> {
  const console = new Console(program, typed, surroundings)
  return console.close(await run(console, program, typed))
}

async function run(console: Console, program: Program, {id, file, argv}: TypedCommand): Promise<ExitCode> {
  try {
    const CommandClass = await loadCommand(file)
    CommandClass.id = id
    removeForeignErrorHandlers()
    await new CommandClass(argv, oclifConfig(program), console).start()
    await console.terminal.flush()
    return console.exitCode
  } catch (error) {
    return await console.report(error)
  }
}
