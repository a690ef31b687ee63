import {systemRoleMark} from '../../lib/auth/role.ts'
import {addApplicationGroups} from '../auth/applications.ts'
import {catalogue, permissionUuid} from '../auth/catalogue.ts'
import {permissions, type Role, roles} from '../auth/records.ts'
import {grantDefaultRole, grantRole} from '../auth/roles.ts'
import {namedUuid} from '../named-uuid.ts'
import {groupMembers, identities, oauthClients, userGroups} from '../records.ts'
import {accountUuid, seededAccess, seededReader, seededSharing} from '../seeded-access.ts'
import {type Store} from '../store.ts'
import {defaultGroup, joinGroup} from '../user-groups.ts'

const letters = {r: 'read', u: 'update', d: 'delete'} as const

type Letter = keyof typeof letters

const combinations: readonly Letter[][] = [['r'], ['u'], ['d'], ['r', 'u'], ['r', 'd'], ['u', 'd'], ['r', 'u', 'd']]

/** Permissions, system roles, and of the default account, teams with roles and a resource that two users share. */
export function seedAuth(store: Store): void {
  addCatalogue(store)
  addGroupsOfApplications(store)
  addTeams(store)
  share(store)
}

/** Gives a sandbox that was made before there were roles what its users could do until then. */
export function upgradeAuth(store: Store): void {
  if (store.collection(permissions).count() > 0) return
  store.transaction(() => {
    // Another process may have been faster.
    if (store.collection(permissions).count() > 0) return
    addCatalogue(store)
    addGroupsOfApplications(store)
    for (const group of store.collection(userGroups).find({where: {default: true}})) grantDefaultRole(store, group)
    for (const {uuid, account_uuid: account} of store.collection(identities).find()) {
      const group = defaultGroup(store, account, 'user')
      const isInNone = store.collection(groupMembers).first({user_uuid: uuid}) === undefined
      if (group && isInNone) joinGroup(store, group.uuid, uuid)
    }
  })
}

function addCatalogue(store: Store): void {
  for (const permission of catalogue) store.collection(permissions).put(permission)
  for (const combination of combinations) {
    const actions = combination.map((letter) => letters[letter])
    addRole(store, {
      uuid: systemRoleUuid(combination.join('')),
      name: `System object role - ${actions.join(', ')}`,
      description: systemRoleMark,
      account_uuid: accountUuid('Gulfstream Networks'),
      permissions: actions.map((action) => permissionUuid('object', action)),
      system: true,
    })
  }
}

function addGroupsOfApplications(store: Store): void {
  for (const {uuid} of store.collection(oauthClients).find()) addApplicationGroups(store, uuid)
}

function addTeams(store: Store): void {
  const texting = addRole(store, {
    uuid: namedUuid('role texting'),
    name: 'Texting',
    description: 'Sends and reads texts',
    account_uuid: seededAccess.accountUuid,
    permissions: ['sms', 'messaging'].flatMap((type) => [permissionUuid(type, 'create'), permissionUuid(type, 'read')]),
  })
  addRole(store, {
    uuid: namedUuid('role idle'),
    name: 'Reports',
    description: 'Reads messages; no group has it',
    account_uuid: seededAccess.accountUuid,
    permissions: [permissionUuid('sms', 'read')],
  })
  addGroup(store, namedUuid('group front desk'), 'Front desk', [seededAccess.userUuid])
  const team = addGroup(store, namedUuid('group texting'), 'Texting team', [seededAccess.userUuid])
  grantRole(store, team, texting.uuid)
}

/** One user may do everything with the resource, another one read it. */
function share(store: Store): void {
  const {resourceUuid} = seededSharing
  for (const [held, user] of [
    ['rud', seededAccess.userUuid],
    ['r', seededReader.userUuid],
  ] as const) {
    const uuid = namedUuid(`group ${held} of the shared resource`)
    const group = addGroup(store, uuid, `${held}: ${resourceUuid}`, [user], 'resource group')
    grantRole(store, group, systemRoleUuid(held), {type: 'resource', uuid: resourceUuid})
  }
}

function systemRoleUuid(held: string): string {
  return namedUuid(`system role object ${held}`)
}

function addRole(store: Store, role: Omit<Role, 'type' | 'status'>): Role {
  return store.collection(roles).put({...role, type: 'role_permission', status: 'Active'})
}

function addGroup(store: Store, uuid: string, name: string, users: readonly string[], description = 'Team') {
  for (const user of users) joinGroup(store, uuid, user)
  const {accountUuid: account_uuid} = seededAccess
  const group = {uuid, name, description, type: 'user', account_uuid, status: 'Active', default: false} as const
  return store.collection(userGroups).put(group)
}
