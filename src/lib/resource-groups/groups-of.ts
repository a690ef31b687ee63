import {listGroupAccess} from '../auth/access-calls.ts'
import {badReply} from '../errors.ts'
import {type Caller} from '../operation/declaration.ts'
import {lettersIn} from './sharing.ts'

/** A group that was made for a resource. */
export interface OwnGroup {
  uuid: string
  name: string
  letters: string
}

/**
 * The groups with access to a resource that were made for it, by their names. Others have roles on it, too, and are theirs
 * who made them: deleting the resource's groups must not take a team apart.
 */
export async function groupsOf(caller: Caller, resourceUuid: string): Promise<OwnGroup[]> {
  const own: OwnGroup[] = []
  for await (const {user_group: group} of caller.all(listGroupAccess, {resource_uuid: resourceUuid})) {
    const {uuid, group_name: name} = group
    if (name === undefined) throw badReply(`the group ${uuid} with access to the resource has no name`)
    const letters = lettersIn(name, resourceUuid)
    if (letters !== undefined) own.push({uuid, name, letters})
  }
  return own
}
