import {maskText} from '../client/masking.ts'
import {CliError, type ErrorReport} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type DebugFormat} from '../parsable.ts'
import {isJson, type OutputFormat} from './format.ts'
import {visible, visibleJson} from './sanitise.ts'
import {paint} from './style.ts'
import {type Terminal} from './terminal.ts'

export interface ErrorOutput {
  terminal: Terminal
  format: OutputFormat
  /** Where it is shown what happens, the stack is, too. */
  debug: DebugFormat | undefined
}

/** Tells a failure on stderr, as one JSON object where the output or --debug is JSON, else for people; returns the exit code for it. */
export async function reportError(error: unknown, {terminal, format, debug}: ErrorOutput): Promise<ExitCode> {
  const report = reportOf(error)
  const stack = debug !== undefined && error instanceof Error && error.stack ? maskText(error.stack) : undefined
  const isLines = debug === 'json'
  const before = stack === undefined || isLines ? '' : `${visible(stack, '\n')}\n`
  if (isLines || isJson(format)) {
    const json = JSON.stringify(isLines ? {...report, stack} : report)
    await terminal.err(`${before}${terminal.stderrIsTty ? visibleJson(json) : json}\n`)
  } else {
    await terminal.err(before + forPeople(report, terminal.colour.stderr))
  }
  return report.exit
}

/** What is told of a failure, whatever it is. */
export function reportOf(error: unknown): ErrorReport {
  if (error instanceof CliError) return error.toReport()
  return {
    code: 'bug',
    // Nobody knows what it quotes.
    message: maskText(error instanceof Error ? error.message : String(error)),
    hint: 'This is a bug in commsctl. Run the command again with --debug, and report it with what is printed.',
    retryable: false,
    exit: ExitCode.Bug,
  }
}

/** What the process exits with after a failure. */
export function exitOf(error: unknown): ExitCode {
  return error instanceof CliError ? error.exit : ExitCode.Bug
}

function forPeople(report: ErrorReport, colour: boolean): string {
  const lines = [
    `${paint(colour, ['red', 'bold'], 'Error:')} ${visible(report.message, '\n')}`,
    ...(report.details ?? []).map((detail) => `  ${visible(detail, '\n').replaceAll('\n', '\n  ')}`),
  ]
  if (report.hint !== undefined) lines.push(`${paint(colour, 'cyan', 'Hint:')} ${visible(report.hint, '\n')}`)
  if (report.trace_id !== undefined) lines.push(paint(colour, 'dim', `Trace: ${visible(report.trace_id)}`))
  return `${lines.join('\n')}\n`
}
