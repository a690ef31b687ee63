import {type JqResult} from 'jq-wasm'
import {causedBy, CliError, usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {visible, visibleJson} from './sanitise.ts'
import {type Terminal} from './terminal.ts'

/** What jq exits with when the program does not compile. */
const compileError = 3

/** Throws a usage error, with jq's own words and the place, for a program that is not jq. Runs nothing. */
export async function checkJq(program: string, flag = '--jq'): Promise<void> {
  // A program is compiled first, and then run once for each input: here there is none.
  const {exitCode, stderr} = await jq('', program)
  if (exitCode === compileError) throw jqError(stderr, flag)
}

/** Whether the last that a program makes of a value is neither false nor null. Throws a usage error when it fails on it. */
export async function isTrue(value: unknown, program: string, flag: string): Promise<boolean> {
  const {exitCode, stderr} = await jq(JSON.stringify(value), program, ['-c', '-e', '--'])
  // With -e, 1 stands for false or null and 4 for no output at all.
  if (exitCode !== 0 && exitCode !== 1 && exitCode !== 4) throw jqError(stderr, flag)
  return exitCode === 0
}

/**
 * Writes what a jq program makes of a value, as `gh` does: one result a line, strings as they are, all else as compact
 * JSON. Throws a usage error when the program fails on the value, after the results it gave until then.
 */
export async function runJq(value: unknown, program: string, terminal: Terminal): Promise<void> {
  const {stdout, stderr, exitCode} = await jq(JSON.stringify(value), program)
  for (const line of lines(stdout)) await terminal.out(`${shown(line, terminal.stdoutIsTty)}\n`)
  if (exitCode !== 0) throw jqError(stderr)
  if (stderr !== '') await terminal.err(`${visible(stderr, '\n')}\n`)
}

/** The same for what a change has given, which cannot be asked for again: where the program fails, the value is written whole. */
export async function runJqOnChange(value: unknown, program: string, terminal: Terminal): Promise<void> {
  try {
    await runJq(value, program, terminal)
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    const json = JSON.stringify(value ?? null, null, 2)
    await terminal.out(`${terminal.stdoutIsTty ? visibleJson(json) : json}\n`)
    throw causedBy(error, `${error.message} The command itself has been carried out.`, {
      exit: ExitCode.PartlyFailed,
      hint: 'Do not run it again for its result: all of that is on standard output, as JSON.',
    })
  }
}

async function jq(input: string, program: string, options = ['-c', '--']): Promise<JqResult> {
  const {raw} = await import('jq-wasm')
  try {
    return await raw(input, program, options)
  } catch (error) {
    throw usageError('--jq: the program ran out of memory.', {code: 'jq', cause: error})
  }
}

function* lines(text: string): Iterable<string> {
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start)
    if (end === -1) end = text.length
    yield text.slice(start, end)
  }
}

function shown(json: string, isTty: boolean): string {
  if (!json.startsWith('"')) return isTty ? visibleJson(json) : json
  const text = JSON.parse(json) as string
  return isTty ? visible(text, '\n\t') : text
}

function jqError(stderr: string, flag = '--jq'): CliError {
  const [first = '', ...details] = stderr.split('\n').filter((line) => !/^jq: \d+ compile error/.test(line))
  const reason = first
    .replace(/^jq: error: /, '')
    .replace(/^jq: error \(at [^)]*\): /, '')
    .replace(/ at <top-level>,/, ',')
  return usageError(`${flag}: ${reason || 'the program stopped with an error.'}`, {
    code: 'jq',
    details: details.map((line) => line.replace(/^ {4}/, '')),
  })
}
