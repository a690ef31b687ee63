import {randomBytes, randomUUID} from 'node:crypto'
import {type CollectionSpec} from './collection.ts'
import {outbox} from './outbox.ts'
import {type Identity} from './records.ts'
import {notFound} from './refusal.ts'
import {type Sandbox} from './sandbox.ts'

const tokenMilliseconds = 60 * 60 * 1000

/** Lets whoever has it set a new password for the user, once. */
export interface PasswordToken {
  token: string
  user_uuid: string
  account_uuid: string
  email: string
  /** Milliseconds on the sandbox's clock. */
  expires_at: number
}

export const passwordTokens: CollectionSpec<PasswordToken> = {
  name: 'password_tokens',
  id: 'token',
  indexes: ['user_uuid'],
}

/** Sends a token, good for one hour, to the user's e-mail address. */
export function sendPasswordToken({store, clock}: Sandbox, user: Identity): void {
  const token = randomBytes(24).toString('base64url')
  const now = clock.now()
  const {uuid, account_uuid, email} = user
  const expires = now + tokenMilliseconds
  store.collection(passwordTokens).put({token, user_uuid: uuid, account_uuid, email, expires_at: expires})
  const message = {channel: 'EMAIL', to: email, about: 'password-reset', secret: token, sent_at: now} as const
  store.collection(outbox).put({uuid: randomUUID(), ...message})
}

/** The token, and whether it is still good. Throws a 404 for one that was never sent or has been used. */
export function findPasswordToken({store, clock}: Sandbox, token: string): PasswordToken & {live: boolean} {
  const found = store.collection(passwordTokens).get(token)
  if (!found) throw notFound('The password token')
  return {...found, live: found.expires_at > clock.now()}
}
