import {newIdentityFields} from '../../lib/identities/identity-fields.ts'
import {type JsonObject} from '../../lib/client/wire.ts'
import {loadable} from '../loading/loadable.ts'
import {among, free, id, text, things} from '../loading/schemas.ts'
import {mfaPolicies, mfaSources, sourceId} from '../mfa.ts'
import {policyChoices} from '../password-policies.ts'
import {setPassword} from '../passwords.ts'
import {accounts, groupMembers, identities, passwordPolicies, passwords, userGroups} from '../records.ts'
import {defaultGroup, joinGroup} from '../user-groups.ts'

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
    },
    settle({store}, {uuid, account_uuid}, {password, administrator}: JsonObject) {
      if (typeof password === 'string') setPassword(store, uuid, password)
      const group = administrator === true ? defaultGroup(store, account_uuid, 'admin') : undefined
      if (group) joinGroup(store, group.uuid, uuid)
    },
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

/** Groups of users. */
export const groupCollections = {
  groups: loadable(userGroups, {
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
