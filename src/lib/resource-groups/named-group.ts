import {listGroupAccess} from '../auth/access-calls.ts'
import {createGroup, listAccountGroups, listMembers} from '../auth/group-calls.ts'
import {type UserGroup} from '../auth/user-group.ts'
import {collect} from '../collect.ts'
import {type Caller, type Settled} from '../operation/declaration.ts'
import {resourceIn} from './sharing.ts'

/** Creates a resource's group, and reads it back when the reply is lost. */
export const createNamedGroup = {shape: {...createGroup.shape, settle: findMade}}

interface Wanted {
  account_uuid: string
  name: string
  users?: string[] | undefined
}

/** The group of this name and with these members that has no role on its resource yet. */
async function findMade(caller: Caller, {account_uuid, name, users = []}: Wanted): Promise<Settled<UserGroup>> {
  const [groups, access] = await Promise.all([
    collect(caller.all(listAccountGroups, {account_uuid, filter: {name}})),
    collect(caller.all(listGroupAccess, {resource_uuid: resourceIn(name)})),
  ])
  const inUse = access.map(({user_group}) => user_group.uuid)
  for (const group of groups.filter(({uuid}) => !inUse.includes(uuid)).reverse()) {
    const members = await collect(caller.all(listMembers, {group_uuid: group.uuid}))
    const isWanted = members.length === users.length && members.every(({uuid}) => users.includes(uuid))
    if (isWanted) return {done: true, reply: group}
  }
  return {done: false}
}
