import {type Account as WireAccount} from '../lib/accounts/account.ts'
import {type UserGroup as WireGroup} from '../lib/auth/user-group.ts'
import {type JsonObject} from '../lib/client/wire.ts'
import {type Identity as WireIdentity} from '../lib/identities/identity.ts'
import {type OauthClient as WireClient} from '../lib/oauth/client.ts'
import {type CollectionSpec} from './collection.ts'

/** Records that more than one area uses. What only one area uses is declared there. */

/** What the account tree is asked for comes with a reply, and is not kept with the account. */
export type Account = Omit<WireAccount, 'relationships'>

export const accounts: CollectionSpec<Account> = {
  name: 'accounts',
  id: 'uuid',
  indexes: ['parent_uuid', 'number', 'type'],
}

/** An edge of the account tree: source is the child. */
export interface Relationship {
  uuid: string
  type: 'parent'
  source_uuid: string
  target_uuid: string
}

export const relationships: CollectionSpec<Relationship> = {
  name: 'account_relationships',
  id: 'uuid',
  indexes: ['source_uuid', 'target_uuid'],
}

export interface Identity extends Omit<WireIdentity, 'aliases' | 'properties'> {
  aliases: JsonObject[]
  properties: JsonObject
}

export const identities: CollectionSpec<Identity> = {
  name: 'identities',
  id: 'uuid',
  indexes: ['account_uuid', 'username', 'email'],
}

/** Passwords are kept apart, so that no reply can hold one. */
export interface StoredPassword {
  user_uuid: string
  hash: string
}

export const passwords: CollectionSpec<StoredPassword> = {name: 'passwords', id: 'user_uuid', indexes: []}

export interface PasswordPolicy {
  uuid: string
  name: string
  rules: JsonObject[]
}

export const passwordPolicies: CollectionSpec<PasswordPolicy> = {name: 'password_policies', id: 'uuid', indexes: []}

/** Each account has a default group of the types `admin` and `user`. */
export interface UserGroup extends Omit<WireGroup, 'total_members' | 'members'> {
  default: boolean
}

export const userGroups: CollectionSpec<UserGroup> = {
  name: 'user_groups',
  id: 'uuid',
  indexes: ['account_uuid', 'name', 'description'],
}

export interface GroupMember {
  /** `GROUP:USER`, so that nobody is in a group twice. */
  id: string
  group_uuid: string
  user_uuid: string
}

export const groupMembers: CollectionSpec<GroupMember> = {
  name: 'user_group_members',
  id: 'id',
  indexes: ['group_uuid', 'user_uuid'],
}

export interface OauthClient extends WireClient {
  account_uuid: string
  scope: string[]
  policy_uuid?: string
}

export const oauthClients: CollectionSpec<OauthClient> = {
  name: 'oauth_clients',
  id: 'uuid',
  indexes: ['public_id', 'account_uuid', 'name'],
}

export interface OauthScope {
  name: string
  description: string
}

export const oauthScopes: CollectionSpec<OauthScope> = {name: 'oauth_scopes', id: 'name', indexes: []}
