import {deleteGroup} from '../auth/group-calls.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Caller} from '../operation/declaration.ts'
import {groupsOf, type OwnGroup} from './groups-of.ts'
import {notAll} from './partly.ts'
import {type ResourceGroup} from './resource-group.ts'
import {sideBySide, type Step} from './side-by-side.ts'

/** Deletes the groups of a resource, side by side. One that fails does not keep the others; the error tells of each. */
export async function deleteResourceGroups(caller: Caller, resourceUuid: string): Promise<ResourceGroup[]> {
  const own = await groupsOf(caller, resourceUuid)
  const {done, failed} = await sideBySide(own.map((group) => deletion(caller, group)))
  if (failed.length === 0) return done
  throw notAll(`The groups of resource ${resourceUuid} were not all deleted`, done, failed)
}

/** Deletes one group. That it is gone already is as good. */
export function deletion(caller: Caller, {uuid, name, letters}: OwnGroup): Step<ResourceGroup> {
  return {
    what: `${name} (${uuid})`,
    run: async () => {
      await caller.call(deleteGroup, {user_group_uuid: uuid}).catch((error: unknown) => {
        if (!(error instanceof CliError) || error.exit !== ExitCode.NotFound) throw error
      })
      return {letters, group_uuid: uuid, outcome: 'deleted', added: 0, removed: 0}
    },
  }
}
