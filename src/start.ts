import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {resolveCommand} from './lib/command-files.ts'
import {type Program} from './lib/program.ts'

export interface StartOptions {
  /** The package's folder. */
  root: string
  /** `dist` or `src`. */
  code: string
  /** `.js` or `.ts`. */
  extension: string
  argv: readonly string[]
}

/** Runs one command line and sets the process's exit code. Nothing is loaded here that `--version` does not need. */
export async function start({root, code, extension, argv}: StartOptions): Promise<void> {
  const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {version: string}
  if (argv[0] === '--version' || argv[0] === '-V') {
    process.stdout.write(`commsctl ${version}\n`)
    return
  }
  const program: Program = {root, folder: join(root, code, 'commands'), extension, version}
  if (argv[0] === '__complete' || argv[0] === '__refresh') {
    const {answerShell} = await import('./lib/completion/answer-shell.ts')
    return answerShell(program, argv)
  }
  const asksForHelp = argv[0] === 'help'
  const flagCount = asksForHelp ? 1 : leadingFlags(argv)
  const resolved = resolveCommand(argv.slice(flagCount), program.folder, extension)
  if (resolved.file === undefined || asksForHelp || wantsHelp(argv)) {
    const {help} = await import('./lib/help/help.ts')
    process.exitCode = await help(program, resolved)
    return
  }
  const {runCommand} = await import('./lib/run-command.ts')
  process.exitCode = await runCommand(program, resolved.id, resolved.file, [
    ...argv.slice(0, flagCount),
    ...resolved.rest,
  ])
}

/** How many words before the command are flags: global ones may stand there, as in kubectl and aws. */
function leadingFlags(argv: readonly string[]): number {
  const command = argv.findIndex((word, index) => !word.startsWith('-') && !takesValue(argv[index - 1]))
  return command === -1 ? 0 : command
}

function takesValue(flag: string | undefined): boolean {
  return flag !== undefined && ['-p', '--profile', '-o', '--output', '--timeout'].includes(flag)
}

function wantsHelp(argv: readonly string[]): boolean {
  const options = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv
  return options.includes('--help') || options.includes('-h')
}
