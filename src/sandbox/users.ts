import {contacts} from './contacts.ts'
import {removeConversationsOf} from './messaging/conversations.ts'
import {entitlements} from './entitlements/entitlements.ts'
import {mfaSetups, mfaSources} from './mfa.ts'
import {objects} from './objects/objects.ts'
import {removeFilesOf} from './media/files.ts'
import {removeConnectionsOf} from './providers/records.ts'
import {passwordTokens} from './password-tokens.ts'
import {pushRegistrations} from './push-registrations.ts'
import {identities, type Identity, passwords} from './records.ts'
import {shortUrls} from './short-urls.ts'
import {type Store} from './store.ts'
import {subscriptions} from './pubsub/records.ts'
import {scheduledEvents} from './scheduler/records.ts'
import {leaveAllGroups} from './user-groups.ts'
import {properties} from './user-properties.ts'

/** Whom a login with that e-mail address means: the user of that name, else the one who has the address. */
export function userByEmail(store: Store, email: string): Identity | undefined {
  const users = store.collection(identities)
  return users.first({username: email}) ?? users.first({email})
}

/** A user as replies show them; aliases and properties only when the request's `include` names `alias` or `properties`. */
export function userView({aliases, properties, ...user}: Identity, included: readonly string[] = []) {
  return {
    ...user,
    ...(included.includes('alias') && {aliases}),
    ...(included.includes('properties') && {properties}),
  }
}

/** Removes a user with all that is theirs. They leave their groups at once, and their tokens are no longer taken. */
export function removeUser(store: Store, uuid: string): void {
  store.collection(identities).delete(uuid)
  store.collection(passwords).delete(uuid)
  store.collection(passwordTokens).deleteWhere({user_uuid: uuid})
  store.collection(mfaSources).deleteWhere({user_uuid: uuid})
  store.collection(mfaSetups).deleteWhere({user_uuid: uuid})
  store.collection(entitlements).deleteWhere({user_uuid: uuid})
  store.collection(objects).deleteWhere({user_uuid: uuid})
  store.collection(properties).deleteWhere({context_uuid: uuid})
  store.collection(subscriptions).deleteWhere({user_uuid: uuid})
  store.collection(scheduledEvents).deleteWhere({user_uuid: uuid})
  store.collection(pushRegistrations).deleteWhere({user_uuid: uuid})
  store.collection(shortUrls).deleteWhere({user_uuid: uuid})
  store.collection(contacts).deleteWhere({user_uuid: uuid})
  removeConversationsOf(store, uuid)
  leaveAllGroups(store, uuid)
  removeFilesOf(store, uuid)
  removeConnectionsOf(store, uuid)
}
