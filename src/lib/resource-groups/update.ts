import {listSystemRoles, scopeRole} from '../auth/access-calls.ts'
import {addUsers, createGroup, deleteGroup, listMembers, removeUsers} from '../auth/group-calls.ts'
import {collect} from '../collect.ts'
import {type Caller} from '../operation/declaration.ts'
import {makeGroups, type ResourceSharing} from './create.ts'
import {deletion} from './delete.ts'
import {groupsOf, type OwnGroup} from './groups-of.ts'
import {notAll} from './partly.ts'
import {type ResourceGroup, users} from './resource-group.ts'
import {type Share, sharesOf} from './sharing.ts'
import {sideBySide, type Step} from './side-by-side.ts'
import {rolesFor} from './system-roles.ts'

/** The calls that change who may reach a resource: which of them, the groups that there are tell. */
export const groupChanges = [
  ...[listMembers, listSystemRoles],
  ...[createGroup, scopeRole, addUsers, removeUsers, deleteGroup],
] as const

/**
 * Brings the groups of a resource to the wanted users: changes memberships, makes the groups that are missing and deletes
 * those that nobody is to be in. Everything is looked up before anything is changed. What was changed when something
 * fails stays so, and the error tells it; doing the same again goes on from there.
 */
export async function updateResourceGroups(caller: Caller, sharing: ResourceSharing): Promise<ResourceGroup[]> {
  const {resource_uuid} = sharing
  const shares = sharesOf(sharing.users)
  const own = await groupsOf(caller, resource_uuid)
  const groupFor = (share: Share) => own.find(({letters}) => letters === share.letters)
  const missing = shares.filter((share) => groupFor(share) === undefined)
  const kept = shares.flatMap((share) => {
    const group = groupFor(share)
    return group === undefined ? [] : [{group, share}]
  })
  const dropped = own.filter((group) => !kept.some((one) => one.group === group))
  const [roles, ...memberships] = await Promise.all([
    rolesFor(caller, sharing.type, missing),
    ...kept.map(({group, share}) => membershipOf(caller, group, share)),
  ])
  const {done, failed} = await sideBySide<ResourceGroup[]>([
    ...memberships.flatMap((membership) => stepsTo(caller, membership)),
    ...dropped.map((group) => alone(deletion(caller, group))),
    ...(missing.length > 0 ? [{what: 'new groups', run: () => makeGroups(caller, sharing, missing, roles)}] : []),
  ])
  const changed = merged(done.flat())
  if (failed.length > 0) throw notAll(`The groups of resource ${resource_uuid} were not all updated`, changed, failed)
  return merged([...memberships.map(({group}) => unchanged(group)), ...changed])
}

/** A group that stays, and who has to come into it and to leave it. */
interface Membership {
  group: OwnGroup
  absent: string[]
  surplus: string[]
}

async function membershipOf(caller: Caller, group: OwnGroup, {users: wanted}: Share): Promise<Membership> {
  const members = (await collect(caller.all(listMembers, {group_uuid: group.uuid}))).map(({uuid}) => uuid)
  return {
    group,
    absent: wanted.filter((user) => !members.includes(user)),
    surplus: members.filter((member) => !wanted.includes(member)),
  }
}

function stepsTo(caller: Caller, {group, absent, surplus}: Membership): Step<ResourceGroup[]>[] {
  const {uuid: user_group_uuid, name} = group
  const changed = {...unchanged(group), outcome: 'changed'} as const
  const adding = {
    what: `${name} (${user_group_uuid}): add ${users(absent.length)}`,
    run: async () => {
      await caller.call(addUsers, {user_group_uuid, users: absent})
      return [{...changed, added: absent.length}]
    },
  }
  const removing = {
    what: `${name} (${user_group_uuid}): remove ${users(surplus.length)}`,
    run: async () => {
      await caller.call(removeUsers, {user_group_uuid, users: surplus})
      return [{...changed, removed: surplus.length}]
    },
  }
  return [...(absent.length > 0 ? [adding] : []), ...(surplus.length > 0 ? [removing] : [])]
}

function unchanged({letters, uuid}: OwnGroup): ResourceGroup {
  return {letters, group_uuid: uuid, outcome: 'unchanged', added: 0, removed: 0}
}

function alone<T>(step: Step<T>): Step<T[]> {
  return {what: step.what, run: async () => [await step.run()]}
}

/** One row for each group: what two changes did to it is counted together. */
function merged(rows: readonly ResourceGroup[]): ResourceGroup[] {
  const groups = new Map<string, ResourceGroup>()
  for (const row of rows) {
    const {added = 0, removed = 0} = groups.get(row.group_uuid) ?? {}
    groups.set(row.group_uuid, {...row, added: row.added + added, removed: row.removed + removed})
  }
  return [...groups.values()]
}
