import {causedBy, type CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type ResourceGroup, users} from './resource-group.ts'
import {type FailedStep, failureLine} from './side-by-side.ts'

/** That of several changes some were not made; the details tell which were, and which were not. */
export function notAll(what: string, done: readonly ResourceGroup[], failed: readonly FailedStep[]): CliError {
  const {error: cause} = failed[0]!
  const isRetryable = failed.every(({error}) => error.retryable)
  return causedBy(cause, `${what}: ${cause.message}`, {
    ...(done.length > 0 && {code: 'partly-failed', exit: ExitCode.PartlyFailed}),
    retryable: isRetryable,
    details: [
      ...done.map((group) => `done: ${changeIn(group)}`),
      ...failed.flatMap((step) => [failureLine(step), ...step.error.details]),
    ],
    hint: isRetryable ? 'Run the same command again: it goes on where this one stopped.' : cause.hint,
  })
}

/** `rud (4f1c…): changed, 2 users added, 1 user removed`. */
function changeIn({letters, group_uuid, outcome, added, removed}: ResourceGroup): string {
  const counts = [
    ...(added > 0 ? [`${users(added)} added`] : []),
    ...(removed > 0 ? [`${users(removed)} removed`] : []),
  ]
  return [`${letters} (${group_uuid}): ${outcome}`, ...counts].join(', ')
}
