import {randomUUID, scryptSync, timingSafeEqual} from 'node:crypto'
import {passwords} from './records.ts'
import {type Store} from './store.ts'

/** Cheap on purpose: a sandbox holds no real passwords, and is seeded on first use. */
const cost = {N: 1024, r: 8, p: 1}

/** Stores a user's password; only a hash is kept. */
export function setPassword(store: Store, userUuid: string, password: string, salt: string = randomUUID()): void {
  store.collection(passwords).put({user_uuid: userUuid, hash: `${salt}$${digest(password, salt).toString('base64')}`})
}

export function passwordMatches(store: Store, userUuid: string, password: string): boolean {
  const [salt, hash] = store.collection(passwords).get(userUuid)?.hash.split('$') ?? []
  if (salt === undefined || hash === undefined) return false
  return timingSafeEqual(digest(password, salt), Buffer.from(hash, 'base64'))
}

function digest(password: string, salt: string): Buffer {
  return scryptSync(password, salt, 32, cost)
}
