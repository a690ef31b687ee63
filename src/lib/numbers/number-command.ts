import {collect} from '../collect.ts'
import {Command} from '../command.ts'
import {CliError, interruptedError, usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Operation, outcomes} from '../operation/declaration.ts'
import {parameter} from '../parameter.ts'
import {phoneNumbers} from '../parameters.ts'
import {chunksOf, NumberRun, type NumberJob, type NumberOutcome} from './number-job.ts'

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
      check: async (typed, input) => {
        const {readNumbers} = await import('./number-list.ts')
        return readNumbers(typed === '-' ? '-' : `@${typed}`, '--from-file', input)
      },
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

  /** Shows what would be sent, a request for every hundred numbers. */
  protected async showRequests(
    operation: Operation,
    values: Readonly<Record<string, unknown>>,
    numbers: readonly string[],
  ): Promise<void> {
    for (const chunk of chunksOf(numbers)) await this.showRequest(operation, {...values, numbers: chunk})
  }

  /**
   * Runs the job and prints the outcomes as they come. Throws what is wrong with a single number, and what ended the job
   * before anything was done; else, where some numbers failed, exit 9.
   */
  protected async report(numbers: readonly string[], job: NumberJob): Promise<void> {
    const run = new NumberRun(job)
    const rows = run.outcomes(numbers)
    if (numbers.length === 1) {
      const only = await collect(rows)
      if (run.failure !== undefined) throw run.failure
      await this.print(only)
      return
    }
    await this.print(rows)
    const left = numbers.length - run.doneCount
    if (left > 0) throw this.partlyDone(`${left} of ${numbers.length} numbers were not ${job.done}.`, run)
  }

  private print(rows: Iterable<NumberOutcome> | AsyncIterable<NumberOutcome>): Promise<number> {
    return this.console.printer.rows(rows, {...outcomeReply, idField: outcomeReply.id})
  }

  private partlyDone(summary: string, {doneCount, failure, stop}: NumberRun): CliError {
    if (this.console.signal.aborted)
      return interruptedError(`${summary} Those not sent are as they were; look at the unknown ones before you go on.`)
    if (doneCount === 0 && stop !== undefined) return stop
    return new CliError(summary, {
      code: 'partly-failed',
      exit: ExitCode.PartlyFailed,
      hint: 'The outcome of each is above.',
      cause: failure,
    })
  }
}
