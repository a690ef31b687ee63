import {scopeRole} from '../auth/access-calls.ts'
import {type Caller} from '../operation/declaration.ts'
import {createNamedGroup} from './named-group.ts'
import {type ResourceGroup} from './resource-group.ts'
import {groupName, type Share, type Sharing, sharesOf} from './sharing.ts'
import {sideBySide} from './side-by-side.ts'
import {rolesFor} from './system-roles.ts'
import {undone} from './undo.ts'

/** Who is to have a resource in which way. */
export interface ResourceSharing {
  /** The account that the groups are made in. */
  account_uuid: string
  resource_uuid: string
  /** The type of the resource, as system roles name it: `object`. */
  type: string
  users: Sharing
}

/**
 * Makes a user group for each combination of permission letters and gives it the system role for them over the resource.
 * All of them or none: when something fails part-way, those that were made are deleted again, and the error tells what was
 * done and what undone.
 */
export async function createResourceGroups(caller: Caller, sharing: ResourceSharing): Promise<ResourceGroup[]> {
  const shares = sharesOf(sharing.users)
  const roles = await rolesFor(caller, sharing.type, shares)
  return makeGroups(caller, sharing, shares, roles)
}

/** The same for shares whose roles are at hand. */
export async function makeGroups(
  caller: Caller,
  resource: Pick<ResourceSharing, 'account_uuid' | 'resource_uuid'>,
  shares: readonly Share[],
  roles: Readonly<Record<string, string>>,
): Promise<ResourceGroup[]> {
  const {account_uuid, resource_uuid} = resource
  const made: ResourceGroup[] = []
  const {done, failed} = await sideBySide(
    shares.map(({letters, users}) => ({
      what: groupName(letters, resource_uuid),
      run: async () => {
        const name = groupName(letters, resource_uuid)
        const {uuid} = await caller.call(createNamedGroup, {account_uuid, name, users, description: 'resource group'})
        const group = {letters, group_uuid: uuid, outcome: 'created', added: users.length, removed: 0} as const
        made.push(group)
        await caller.call(scopeRole, {
          user_group_uuid: uuid,
          role: roles[letters]!,
          type: 'resource',
          scope: [resource_uuid],
        })
        return group
      },
    })),
  )
  if (failed.length > 0) throw await undone(caller, resource, made, failed)
  return done
}
