import {groupMembers, userGroups, type UserGroup} from './records.ts'
import {type Store} from './store.ts'

/** Makes the default group of each kind that every account needs. `uuidFor` names their ids. */
export function addDefaultGroups(store: Store, accountUuid: string, uuidFor: (type: string) => string): void {
  for (const type of ['admin', 'user']) {
    store.collection(userGroups).put({
      uuid: uuidFor(type),
      name: `default ${type} group`,
      description: `Default ${type} group of the account`,
      type,
      account_uuid: accountUuid,
      status: 'Active',
      default: true,
    })
  }
}

/** The default group of that kind (`admin` or `user`) of an account. */
export function defaultGroup(store: Store, accountUuid: string, type: string): UserGroup | undefined {
  return store.collection(userGroups).first({account_uuid: accountUuid, type, default: true})
}

export function joinGroup(store: Store, groupUuid: string, userUuid: string): void {
  store.collection(groupMembers).put({id: `${groupUuid}:${userUuid}`, group_uuid: groupUuid, user_uuid: userUuid})
}

/** For an account that is deleted. */
export function removeGroups(store: Store, accountUuid: string): void {
  const groups = store.collection(userGroups).find({where: {account_uuid: accountUuid}})
  store.collection(groupMembers).deleteWhere({group_uuid: groups.map((group) => group.uuid)})
  store.collection(userGroups).deleteWhere({account_uuid: accountUuid})
}

/** For a user that is deleted. */
export function leaveAllGroups(store: Store, userUuid: string): void {
  store.collection(groupMembers).deleteWhere({user_uuid: userUuid})
}

/** Whoever is in an active group of type `admin` may change things; everybody else may read. */
export function isAdministrator(store: Store, userUuid: string): boolean {
  const groups = store.collection(groupMembers).find({where: {user_uuid: userUuid}})
  const uuids = groups.map((member) => member.group_uuid)
  return store.collection(userGroups).first({uuid: uuids, type: 'admin', status: 'Active'}) !== undefined
}
