import {isAmbiguous} from '../client/ambiguous.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'

/** One of several changes that do not depend on each other. */
export interface Step<T> {
  /** The change in words, such as `rd: add 2 users`. */
  what: string
  run(): Promise<T>
}

export interface FailedStep {
  what: string
  error: CliError
}

export interface Course<T> {
  done: T[]
  failed: FailedStep[]
}

/** Makes changes side by side, and waits for all of them, also when some fail. */
export async function sideBySide<T>(steps: readonly Step<T>[]): Promise<Course<T>> {
  const settled = await Promise.allSettled(steps.map((step) => step.run()))
  const course: Course<T> = {done: [], failed: []}
  for (const [at, outcome] of settled.entries()) {
    const {what} = steps[at]!
    if (outcome.status === 'fulfilled') course.done.push(outcome.value)
    else if (outcome.reason instanceof CliError) course.failed.push({what, error: outcome.reason})
    else throw outcome.reason
  }
  return course
}

/** A failed change as one line; where it may have been made all the same, that is said. */
export function failureLine({what, error}: FailedStep): string {
  return `${mayBeDone(error) ? 'uncertain' : 'failed'}: ${what}: ${error.message}`
}

/** Whether a change that failed like this may have been made: no reply came, or none that tells. */
export function mayBeDone(error: CliError): boolean {
  if (isAmbiguous(error)) return true
  if (error.exit === ExitCode.Interrupted) return error.hint !== undefined
  return (error.exit === ExitCode.Unavailable || error.exit === ExitCode.Pending) && error.code !== 'not-carried-out'
}
