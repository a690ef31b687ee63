import {newIdentityFields} from '../../lib/identities/identity-fields.ts'
import {type JsonObject} from '../../lib/client/wire.ts'
import {loadable} from '../loading/loadable.ts'
import {among, free, id, text, things} from '../loading/schemas.ts'
import {mfaPolicies, mfaSources, sourceId} from '../mfa.ts'
import {policyChoices} from '../password-policies.ts'
import {setPassword} from '../passwords.ts'
import {accounts, groupMembers, identities, passwordPolicies, passwords, userGroups} from '../records.ts'
import {defaultGroup, groupsOfUser, joinGroup} from '../user-groups.ts'

const fieldNames = [
  ...(['username', 'first_name', 'middle_name', 'last_name', 'email', 'phone', 'type'] as const),
  ...(['status', 'reference', 'address', 'provider'] as const),
]

/** What of the identity service can be loaded. A file may give a user a password in plain; dumps have hashes. */
export const identityCollections = {
  identities: loadable(identities, {
    fields: {uuid: id, account_uuid: id, ...among(newIdentityFields, fieldNames), aliases: things, properties: free},
    required: ['account_uuid', 'username'],
    defaults: {
      ...{type: 'user', first_name: '', middle_name: '', last_name: '', status: 'Active', provider: 'local'},
      ...{phone: '', address: {}, reference: '', aliases: [], properties: {}},
    },
    complete: ({username, email = username}) => ({email: email ?? ''}),
    refers: {account_uuid: accounts},
    unique: ['username'],
    inputs: {
      password: {type: 'string', description: 'in plain', minLength: 1},
      administrator: {type: 'boolean', description: 'may change things'},
      groups: {type: 'array', items: id, description: 'to join; else it is the one of all users, if they are in none'},
    },
    faultsOf: (records, {has}) =>
      records.flatMap((record, index) =>
        groupsIn(record as JsonObject)
          .filter((group) => !has(userGroups, group))
          .map((group) => ({index, field: 'groups', message: `has ${group}, and there is no such record.`})),
      ),
    settle({store}, {uuid, account_uuid}, given) {
      const {password, administrator, groups} = given
      if (typeof password === 'string') setPassword(store, uuid, password)
      for (const group of groupsIn(given)) joinGroup(store, group, uuid)
      const isInOne = groups != null || groupsOfUser(store, uuid).length > 0
      const type = administrator === true ? 'admin' : isInOne ? undefined : 'user'
      const group = type && defaultGroup(store, account_uuid, type)
      if (group) joinGroup(store, group.uuid, uuid)
    },
    dumped: (user, store) => ({...user, ...(groupsOfUser(store, user.uuid).length === 0 && {groups: []})}),
  }),
  passwords: loadable(passwords, {
    fields: {user_uuid: id, hash: text},
    required: ['user_uuid', 'hash'],
    refers: {user_uuid: identities},
  }),
  password_policies: loadable(passwordPolicies, {
    fields: {uuid: id, name: text, rules: things},
    required: ['name'],
    defaults: {rules: []},
  }),
  password_policy_choices: loadable(policyChoices, {
    fields: {account_uuid: id, policy_uuid: id},
    required: ['account_uuid', 'policy_uuid'],
    refers: {account_uuid: accounts, policy_uuid: passwordPolicies},
  }),
  mfa_sources: loadable(mfaSources, {
    fields: {id: text, user_uuid: id, type: {enum: ['EMAIL', 'SMS']}, source: text, active: {type: 'boolean'}},
    required: ['user_uuid', 'type', 'source'],
    defaults: {active: true},
    complete: ({user_uuid = '', type = 'EMAIL', source = ''}) => ({id: sourceId(user_uuid, type, source)}),
    refers: {user_uuid: identities},
  }),
  mfa_policies: loadable(mfaPolicies, {
    fields: {account_uuid: id, required: {type: 'array', items: {enum: ['EMAIL', 'SMS']}}},
    required: ['account_uuid'],
    defaults: {required: []},
    refers: {account_uuid: accounts},
  }),
}

function groupsIn({groups}: JsonObject): string[] {
  return (groups ?? []) as string[]
}

/** Groups of users. */
export const groupCollections = {
  groups: loadable(userGroups, {
    fields: {
      ...{
        uuid: id,
        account_uuid: id,
        name: text,
        description: text,
        type: text,
        status: {enum: ['Active', 'Inactive']},
      },
      default: {type: 'boolean'},
    },
    required: ['account_uuid', 'name'],
    defaults: {description: '', type: 'user', status: 'Active', default: false},
    refers: {account_uuid: accounts},
  }),
  members: loadable(groupMembers, {
    fields: {id: text, group_uuid: id, user_uuid: id},
    required: ['group_uuid', 'user_uuid'],
    complete: ({group_uuid = '', user_uuid = ''}) => ({id: `${group_uuid}:${user_uuid}`}),
    refers: {group_uuid: userGroups, user_uuid: identities},
  }),
}
