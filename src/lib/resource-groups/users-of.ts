import {listMembers} from '../auth/group-calls.ts'
import {collect} from '../collect.ts'
import {type Caller} from '../operation/declaration.ts'
import {groupsOf} from './groups-of.ts'
import {type Sharing} from './sharing.ts'

/** The users in the groups of a resource, by permission letters. */
export async function usersOf(caller: Caller, resourceUuid: string): Promise<Sharing> {
  const groups = await groupsOf(caller, resourceUuid)
  const members = await Promise.all(groups.map(({uuid}) => collect(caller.all(listMembers, {group_uuid: uuid}))))
  const users: Record<string, string[]> = {}
  for (const [at, {letters}] of groups.entries()) (users[letters] ??= []).push(...members[at]!.map(({uuid}) => uuid))
  return users
}
