import {causedBy, CliError} from '../errors.ts'
import {type Caller} from '../operation/declaration.ts'
import {deleteResourceGroups} from '../resource-groups/delete.ts'
import {groupName} from '../resource-groups/sharing.ts'
import {type DataObject} from './data-object.ts'
import {deleteObject} from './object-calls.ts'

/** Deletes an object that could not be shared, with the groups that it has; the error tells what was done, and what of it undone. */
export async function takenBack(caller: Caller, {uuid, name}: DataObject, cause: CliError): Promise<CliError> {
  const what = `object ${name} (${uuid})`
  const groups = await attempt(() => deleteResourceGroups(caller, uuid))
  const removal = await attempt(() => caller.call(deleteObject, {data_uuid: uuid}))
  const isClean = groups.error === undefined && removal.error === undefined
  const details = [
    `done: ${what}: created`,
    ...cause.details,
    ...(groups.result ?? []).map(({letters}) => `undone: ${groupName(letters, uuid)}: deleted again`),
    ...(groups.error === undefined ? [] : [`not undone: groups of the ${what}: ${groups.error.message}`]),
    removal.error === undefined ? `undone: ${what}: deleted again` : `not undone: ${what}: ${removal.error.message}`,
  ]
  const kept = isClean ? 'it was deleted again' : 'not all of it could be undone'
  return causedBy(cause, `The object ${name} could not be shared; ${kept}: ${cause.message}`, {
    retryable: cause.retryable && isClean,
    details,
    hint: isClean ? cause.hint : cleanUpHint(uuid, removal.error === undefined, cause),
  })
}

/** Commands that delete what is left: of the object, and of what was made to share it. */
function cleanUpHint(uuid: string, isDeleted: boolean, {retryable, hint}: CliError): string {
  const command = isDeleted ? `commsctl resource-groups delete ${uuid} --yes` : `commsctl objects delete ${uuid} --yes`
  const others = retryable || hint === undefined ? [] : [hint]
  return [`Clean up: ${command}`, ...others].join('; ')
}

/** What came of something that may fail and is not to keep the rest from being tried. */
async function attempt<T>(run: () => Promise<T>): Promise<{result?: T; error?: CliError}> {
  try {
    return {result: await run()}
  } catch (error) {
    if (error instanceof CliError) return {error}
    throw error
  }
}
