import {randomBytes, randomInt} from 'node:crypto'
import {type CollectionSpec} from './collection.ts'
import {sendSecret} from './platform-mail.ts'
import {badRequest, notFound} from './refusal.ts'
import {type Sandbox} from './sandbox.ts'

const setupMilliseconds = 10 * 60 * 1000

export const mfaTypes = ['EMAIL', 'SMS'] as const
export type MfaType = (typeof mfaTypes)[number]

/** Where a user can be sent a code. */
export interface MfaSource {
  /** `USER:TYPE:SOURCE`, so that none is there twice. */
  id: string
  user_uuid: string
  type: MfaType
  source: string
  active: boolean
}

export const mfaSources: CollectionSpec<MfaSource> = {name: 'mfa_sources', id: 'id', indexes: ['user_uuid']}

interface MfaSetup {
  token: string
  user_uuid: string
  type: MfaType
  source: string
  code: string
  expires_at: number
}

export const mfaSetups: CollectionSpec<MfaSetup> = {name: 'mfa_setups', id: 'token', indexes: ['user_uuid']}

/** The kinds of MFA that an account asks of its users. */
export interface MfaPolicy {
  account_uuid: string
  required: MfaType[]
}

export const mfaPolicies: CollectionSpec<MfaPolicy> = {name: 'mfa_policies', id: 'account_uuid', indexes: []}

/** The kind of that name, in whatever case it is written. */
export function mfaTypeOf(name: string): MfaType | undefined {
  return mfaTypes.find((type) => type === name.toUpperCase())
}

export function sourceId(userUuid: string, type: MfaType, source: string): string {
  return `${userUuid}:${type}:${source}`
}

/** Sends a code to the source, good for ten minutes; returns the token that belongs to it. */
export function beginSetup(sandbox: Sandbox, userUuid: string, type: MfaType, source: string): string {
  const {store, clock} = sandbox
  const token = randomBytes(24).toString('base64url')
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const expires_at = clock.now() + setupMilliseconds
  store.collection(mfaSetups).put({token, user_uuid: userUuid, type, source, code, expires_at})
  sendSecret(sandbox, type === 'EMAIL' ? 'email' : 'sms', source, {
    subject: 'Your code',
    text: `Your code is ${code}. It is good for ten minutes.`,
    secret: code,
  })
  return token
}

/** Adds the source that a set-up is about. Throws a 404 for a token that is unknown or expired, a 400 for a wrong code. */
export function finishSetup({store, clock}: Sandbox, userUuid: string, token: string, code: string): MfaSource {
  return store.transaction(() => {
    const setup = store.collection(mfaSetups).get(token)
    if (setup?.user_uuid !== userUuid || setup.expires_at <= clock.now()) throw notFound('The MFA set-up')
    if (setup.code !== code) throw wrongCode()
    store.collection(mfaSetups).delete(token)
    const {type, source} = setup
    const id = sourceId(userUuid, type, source)
    return store.collection(mfaSources).put({id, user_uuid: userUuid, type, source, active: true})
  })
}

function wrongCode() {
  return badRequest('The code is wrong.', [{field: 'code', message: 'is not the one that was sent'}])
}
