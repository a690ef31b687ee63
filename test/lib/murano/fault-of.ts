import {CliError} from '../../../src/lib/errors.ts'

/** What an error says, which there must be. */
export function faultOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof CliError) return [error.message, ...error.details].join('\n')
    throw error
  }
  throw new Error('It was taken.')
}
