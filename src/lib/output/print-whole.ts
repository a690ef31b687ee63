import {ExitCode} from '../exit-code.ts'
import {reportError} from './error.ts'
import {removeForeignErrorHandlers, systemTerminal} from './terminal.ts'

/** Prints all that was asked for, such as a page of help. Gives back what to exit with: a disk that is full is told. */
export async function printWhole(text: string): Promise<ExitCode> {
  const terminal = systemTerminal()
  removeForeignErrorHandlers()
  try {
    await terminal.out(text)
    await terminal.flush()
    return ExitCode.Done
  } catch (error) {
    return reportError(error, {terminal, format: 'table', debug: undefined})
  }
}
