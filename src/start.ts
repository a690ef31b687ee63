import {readFileSync, writeSync} from 'node:fs'
import {join} from 'node:path'
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
    process.exitCode = await printVersion(`commsctl ${version}\n`)
    return
  }
  const program: Program = {root, folder: join(root, code, 'commands'), extension, version}
  if (argv[0] === '__complete' || argv[0] === '__refresh') {
    const {answerShell} = await import('./lib/completion/answer-shell.ts')
    return answerShell(program, argv)
  }
  const {runCommandLine} = await import('./lib/command-line.ts')
  process.exitCode = await runCommandLine(program, argv)
}

/** Past the stream, whose making takes a tenth of the time that Node needs to start. */
async function printVersion(text: string): Promise<number> {
  try {
    writeSync(1, text)
    return 0
  } catch {
    // A pipe that is full or closed, or a full disk.
    const {printWhole} = await import('./lib/output/print-whole.ts')
    return printWhole(text)
  }
}
