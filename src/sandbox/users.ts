import {allAreas} from './areas.ts'
import {identities, type Identity} from './records.ts'
import {type Store} from './store.ts'

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
  for (const area of allAreas) area.removeUser?.(store, uuid)
}
