import {collect} from '../collect.ts'
import {Command} from '../command.ts'
import {CliError, interruptedError, usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {outcomes} from '../operation/declaration.ts'
import {parameter} from '../parameter.ts'
import {phoneNumbers} from '../parameters.ts'
import {readNumbers} from './number-list.ts'
import {NumberRun, type NumberJob, type NumberOutcome} from './number-job.ts'

/** The numbers of a command: arguments, and with `-`, `@FILE` or `--from-file`, lists of them. */
export const numberParameters = {
  numbers: phoneNumbers('NUMBERS...', 'the numbers; - reads a list from standard input, @FILE from a file', {
    required: false,
  }),
  from_file: parameter<string[], '--from-file', {in: 'local'; valueName: string}>(
    '--from-file',
    'read the numbers from this file, one a line; - is standard input',
    {in: 'local', valueName: 'FILE'},
    {
      kind: 'file',
      many: true,
      check: (typed, input) => readNumbers(typed === '-' ? '-' : `@${typed}`, '--from-file', input),
    },
  ),
}

/** What such a command prints: a line for each number. */
export const outcomeReply = outcomes<NumberOutcome>({
  columns: ['number', 'outcome', 'message'],
  id: 'number',
  noun: 'numbers',
})

/** Does something to many numbers: shows them, asks, and reports on each. */
export abstract class NumberCommand extends Command {
  /** All numbers that were given, each once. Throws a usage error when there are none. */
  protected given(values: {numbers?: string[] | undefined; from_file?: string[] | undefined}): string[] {
    const numbers = [...new Set([...(values.numbers ?? []), ...(values.from_file ?? [])])]
    if (numbers.length > 0) return numbers
    throw usageError('Missing NUMBERS.', {
      code: 'missing-value',
      hint: 'Give numbers as arguments, with - from standard input, or with --from-file FILE.',
    })
  }

  /** Runs the job and prints the outcomes as they come. Throws when one number of one failed, or none could be done. */
  protected async report(numbers: readonly string[], job: NumberJob): Promise<void> {
    const run = new NumberRun(job)
    if (numbers.length === 1) {
      const [only] = await collect(run.outcomes(numbers))
      if (run.failure !== undefined && run.doneCount === 0) throw failed(only!, run.failure)
      await this.console.printer.rows([only], outcomeReply)
      return
    }
    await this.console.printer.rows(run.outcomes(numbers), outcomeReply)
    const left = numbers.length - run.doneCount
    if (left === 0) return
    const summary = `${left} of ${numbers.length} numbers were not ${job.done}.`
    if (this.console.signal.aborted)
      throw interruptedError(`${summary} Those not sent are as they were; look at the unknown ones before you go on.`)
    throw new CliError(summary, {
      code: 'partly-failed',
      exit: ExitCode.PartlyFailed,
      hint: 'The outcome of each is above.',
      cause: run.failure,
    })
  }
}

/** The failure of a single number, as an error of its own. */
function failed({outcome, message}: NumberOutcome, cause: unknown): unknown {
  if (!(cause instanceof CliError) || outcome === 'refused' || outcome === 'unknown') return cause
  return new CliError(message ?? cause.message, {
    code: 'not-carried-out',
    exit: cause.exit,
    traceId: cause.traceId,
    retryable: true,
    cause,
  })
}
