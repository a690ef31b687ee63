import {operation} from '../operation.ts'
import {empty, list, object} from '../operation/declaration.ts'
import {undoneBy} from '../operation/undo.ts'
import {account, filters, text, uuid, uuids} from '../parameters.ts'
import {groupColumns, groupDetails, type GroupMember, memberColumns, type UserGroup} from './user-group.ts'

// Calls that commands of their own make, and compositions of several areas, too.

export const createGroup = operation({
  operation: 'Groups.createGroup',
  summary: 'Create a group with members',
  request: 'POST /auth/accounts/{account_uuid}/user-groups',
  parameters: {
    users: uuids('USERS...', 'users who are to be in it', {required: false}),
    account_uuid: account(),
    name: text('--name', 'what the group is called', {required: true}),
    description: text('--description', 'a few words about it'),
  },
  effect: {changes: 'create a group in'},
  reply: object<UserGroup>({columns: groupDetails, id: 'uuid'}),
  examples: [
    ['A group of two', '--name Reception eb296a99-5e24-5d6d-bcfc-af60222222f4 cdb115b0-99b0-5c62-8bcc-f93edb821bb6'],
    ['An empty one, elsewhere', '--name Reception --account 3e14fcef-ef5b-5d57-924f-338d593acfee'],
  ],
})

export const addUsers = operation({
  operation: 'Auth.addUsersToGroup',
  summary: 'Add users to a user group',
  description: 'Shows the group; its number of members is that of before.',
  request: 'POST /auth/user-groups/{user_group_uuid}/users',
  parameters: {
    user_group_uuid: uuid('GROUP', 'group to add to'),
    users: uuids('USERS...', 'users to add'),
  },
  effect: {changes: 'add to group', idempotent: true},
  undo: undoneBy('auth groups remove-users', 'Whoever of them was in the group before is taken out, too.'),
  reply: object<UserGroup>({columns: groupDetails, id: 'uuid', pending: true}),
  examples: [['One user', '0b903867-8510-5a40-bf8e-cb632ce2978b cdb115b0-99b0-5c62-8bcc-f93edb821bb6']],
})

export const removeUsers = operation({
  operation: 'Auth.removeUsersFromGroup',
  summary: 'Remove users from a user group',
  request: 'POST /auth/user-groups/{user_group_uuid}/users/remove',
  parameters: {
    user_group_uuid: uuid('GROUP', 'group to remove from'),
    users: uuids('USERS...', 'users to remove'),
  },
  effect: {changes: 'remove from group', idempotent: true},
  undo: undoneBy('auth groups add-users'),
  reply: object<UserGroup>({columns: groupDetails, id: 'uuid', pending: true}),
  examples: [['One user', '0b903867-8510-5a40-bf8e-cb632ce2978b eb296a99-5e24-5d6d-bcfc-af60222222f4']],
})

export const listMembers = operation({
  operation: 'Auth.getUserGroupMembers',
  summary: 'List the members of a user group',
  request: 'GET /auth/user-groups/{group_uuid}/users',
  parameters: {
    group_uuid: uuid('GROUP', 'group to look into'),
    filter: filters(['uuid', 'type']),
  },
  reply: list<GroupMember>({columns: memberColumns, id: 'uuid', noun: 'members'}),
  examples: [['All of them', '0b903867-8510-5a40-bf8e-cb632ce2978b --all']],
})

export const listAccountGroups = operation({
  operation: 'Auth.listAccountUserGroups',
  summary: 'List the user groups of an account',
  request: 'GET /auth/accounts/{account_uuid}/user-groups',
  parameters: {
    account_uuid: account(),
    filter: filters(['name', 'user_uuid', 'sort']),
  },
  reply: list<UserGroup>({columns: groupColumns, id: 'uuid', noun: 'groups'}),
  examples: [
    ['Those of your account', ''],
    ['Those that a user is in', '--filter user_uuid=cdb115b0-99b0-5c62-8bcc-f93edb821bb6'],
  ],
})

export const deleteGroup = operation({
  operation: 'Auth.deleteUserGroup',
  summary: 'Delete a user group with its memberships and roles',
  request: 'DELETE /auth/user-groups/{user_group_uuid}',
  parameters: {
    user_group_uuid: uuid('GROUP', 'group to delete'),
  },
  effect: {changes: 'delete the user group', destructive: true},
  reply: empty('The group is deleted.', {pending: true}),
  examples: [['A group that nobody needs', '0b903867-8510-5a40-bf8e-cb632ce2978b']],
})
