import {type GroupMember as WireMember, type UserGroup as WireGroup} from '../lib/auth/user-group.ts'
import {roleGrants} from './auth/records.ts'
import {grantDefaultRole} from './auth/roles.ts'
import {groupMembers, userGroups, type UserGroup} from './records.ts'
import {type Store} from './store.ts'

/** Makes the default group of each kind that every account needs, with the roles that they hold. `uuidFor` names their ids. */
export function addDefaultGroups(store: Store, accountUuid: string, uuidFor: (type: string) => string): void {
  for (const type of ['admin', 'user']) {
    const group = store.collection(userGroups).put({
      uuid: uuidFor(type),
      name: `default ${type} group`,
      description: `Default ${type} group of the account`,
      type,
      account_uuid: accountUuid,
      status: 'Active',
      default: true,
    })
    grantDefaultRole(store, group)
  }
}

/** The default group of that kind (`admin` or `user`) of an account. */
export function defaultGroup(store: Store, accountUuid: string, type: string): UserGroup | undefined {
  return store.collection(userGroups).first({account_uuid: accountUuid, type, default: true})
}

export function joinGroup(store: Store, groupUuid: string, userUuid: string): void {
  store.collection(groupMembers).put({id: `${groupUuid}:${userUuid}`, group_uuid: groupUuid, user_uuid: userUuid})
}

export function leaveGroup(store: Store, groupUuid: string, userUuid: string): void {
  store.collection(groupMembers).delete(`${groupUuid}:${userUuid}`)
}

/** The groups that a user is in. */
export function groupsOfUser(store: Store, userUuid: string): string[] {
  return store
    .collection(groupMembers)
    .find({where: {user_uuid: userUuid}})
    .map(({group_uuid}) => group_uuid)
}

/** A group as replies show it. */
export function groupView(store: Store, group: UserGroup): WireGroup {
  const {uuid, name, description, type, account_uuid, status} = group
  const total_members = store.collection(groupMembers).count({where: {group_uuid: uuid}})
  return {uuid, name, description, type, account_uuid, status, total_members}
}

export function memberView({user_uuid: uuid}: {user_uuid: string}): WireMember {
  return {uuid, type: 'user'}
}

/** Removes a group with its memberships and with what it holds. */
export function removeGroup(store: Store, uuid: string): void {
  store.collection(groupMembers).deleteWhere({group_uuid: uuid})
  store.collection(roleGrants).deleteWhere({group_uuid: uuid})
  store.collection(userGroups).delete(uuid)
}

/** For an account that is deleted. */
export function removeGroups(store: Store, accountUuid: string): void {
  for (const {uuid} of store.collection(userGroups).find({where: {account_uuid: accountUuid}})) removeGroup(store, uuid)
}

/** For a user that is deleted. */
export function leaveAllGroups(store: Store, userUuid: string): void {
  store.collection(groupMembers).deleteWhere({user_uuid: userUuid})
}
