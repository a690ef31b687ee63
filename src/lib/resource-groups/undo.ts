import {deleteGroup} from '../auth/group-calls.ts'
import {causedBy, type CliError} from '../errors.ts'
import {type Caller} from '../operation/declaration.ts'
import {shellQuoted} from '../shell-quote.ts'
import {type ResourceGroup} from './resource-group.ts'
import {groupName} from './sharing.ts'
import {type FailedStep, failureLine, mayBeDone, sideBySide} from './side-by-side.ts'

interface Resource {
  account_uuid: string
  resource_uuid: string
}

/** Deletes the groups that were made before something failed; the error tells what was done, and what of it undone. */
export async function undone(
  caller: Caller,
  resource: Resource,
  made: readonly ResourceGroup[],
  failed: readonly FailedStep[],
): Promise<CliError> {
  const {resource_uuid} = resource
  const nameOf = ({letters, group_uuid}: ResourceGroup) => `${groupName(letters, resource_uuid)} (${group_uuid})`
  const removal = await sideBySide(
    made.map((group) => ({
      what: nameOf(group),
      run: async () => {
        await caller.call(deleteGroup, {user_group_uuid: group.group_uuid})
        return group
      },
    })),
  )
  const left = made.filter((group) => !removal.done.includes(group))
  const isMade = (name: string) => made.some(({letters}) => groupName(letters, resource_uuid) === name)
  const open = failed.filter(({what, error}) => mayBeDone(error) && !isMade(what))
  const {error: cause} = failed[0]!
  const details = [
    ...failed.map(failureLine),
    ...made.map((group) => `done: ${nameOf(group)}: created`),
    ...removal.done.map((group) => `undone: ${nameOf(group)}: deleted again`),
    ...removal.failed.map(({what, error}) => `not undone: ${what}: ${error.message}`),
    ...cause.details,
  ]
  const isClean = left.length === 0 && open.length === 0
  return causedBy(cause, `The groups of resource ${resource_uuid} were not created: ${cause.message}`, {
    retryable: cause.retryable && isClean,
    details,
    hint: isClean ? cause.hint : cleanUpHint(resource, left, open),
  })
}

/** Commands that delete what is left, or look for what may be there. */
function cleanUpHint({account_uuid}: Resource, left: readonly ResourceGroup[], open: readonly FailedStep[]): string {
  const deletions = left.map(({group_uuid}) => `commsctl auth groups delete ${group_uuid} --yes`)
  const searches = open.map(
    ({what}) => `commsctl auth groups list --account ${account_uuid} --filter ${shellQuoted(`name=${what}`)}`,
  )
  return [
    ...(deletions.length > 0 ? [`Clean up: ${deletions.join(' && ')}`] : []),
    ...(searches.length > 0 ? [`see whether a group was made all the same: ${searches.join(' && ')}`] : []),
  ].join('; ')
}
