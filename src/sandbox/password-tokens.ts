import {randomBytes} from 'node:crypto'
import {type CollectionSpec} from './collection.ts'
import {sendSecret} from './platform-mail.ts'
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
export function sendPasswordToken(sandbox: Sandbox, user: Identity): void {
  const {store, clock} = sandbox
  const token = randomBytes(24).toString('base64url')
  const {uuid, account_uuid, email} = user
  const expires_at = clock.now() + tokenMilliseconds
  store.collection(passwordTokens).put({token, user_uuid: uuid, account_uuid, email, expires_at})
  sendSecret(sandbox, 'email', email, {
    subject: 'A new password',
    text: `Set a new password with this token, within an hour: ${token}`,
    secret: token,
  })
}

/** The token, and whether it is still good. Throws a 404 for one that was never sent or has been used. */
export function findPasswordToken({store, clock}: Sandbox, token: string): PasswordToken & {live: boolean} {
  const found = store.collection(passwordTokens).get(token)
  if (!found) throw notFound('The password token')
  return {...found, live: found.expires_at > clock.now()}
}
