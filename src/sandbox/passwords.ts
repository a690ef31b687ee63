import {randomUUID, scryptSync, timingSafeEqual} from 'node:crypto'
import {type CollectionSpec} from './collection.ts'
import {passwords} from './records.ts'
import {type Store} from './store.ts'

/** Cheap on purpose: a sandbox holds no real passwords, and is seeded on first use. */
const cost = {N: 1024, r: 8, p: 1}

/** The password of the platform's users. */
export const {setPassword, passwordMatches} = passwordsIn(passwords)

/** What sets and checks passwords that are kept in a collection, each under whose it is; only hashes are kept. */
export function passwordsIn<Item extends {hash: string}>(spec: CollectionSpec<Item>) {
  return {
    setPassword(this: void, store: Store, user: string, password: string, salt: string = randomUUID()): void {
      const hash = `${salt}$${digest(password, salt).toString('base64')}`
      store.collection(spec).put({[spec.id]: user, hash} as Item)
    },
    passwordMatches(this: void, store: Store, user: string, password: string): boolean {
      const [salt, hash] = store.collection(spec).get(user)?.hash.split('$') ?? []
      if (salt === undefined || hash === undefined) return false
      return timingSafeEqual(digest(password, salt), Buffer.from(hash, 'base64'))
    },
  }
}

function digest(password: string, salt: string): Buffer {
  return scryptSync(password, salt, 32, cost)
}
