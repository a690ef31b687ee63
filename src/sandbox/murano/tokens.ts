import {randomBytes} from 'node:crypto'
import {sendSecret} from '../platform-mail.ts'
import {conflict, notFound, unauthorized} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {newToken} from './ids.ts'
import {passwordMatches, setPassword} from './passwords.ts'
import {type Key, keys, type MuranoToken, muranoTokens, type Person, persons} from './records.ts'

export const tokenSeconds = 172_800
const keyMilliseconds = 15 * 60 * 1000

/** A token for a right password. Throws a 401, or, where a code is mailed first, a 409 as the platform has it. */
export function signIn(sandbox: Sandbox, email: string, password: string): MuranoToken {
  const person = mustKnow(sandbox, email, password)
  if (!person.two_factor) return issueToken(sandbox, person)
  mailKey(sandbox, {purpose: 'twofactor', email: person.email, name: person.name}, 'Your code to log in')
  throw conflict('twofactor')
}

/** Mails a code, good for a quarter of an hour. */
export function mailKey(sandbox: Sandbox, key: Omit<Key, 'code' | 'expires_at'>, subject: string): void {
  const code = randomBytes(20).toString('hex')
  const expires_at = sandbox.clock.now() + keyMilliseconds
  sandbox.store.collection(keys).put({...key, code, expires_at})
  sendSecret(sandbox, 'email', key.email, {subject, text: `Your code is ${code}.`, secret: code})
}

/** Throws a 404 for a code that is unknown, was used, or has expired. */
export function mustFindKey({store, clock}: Sandbox, code: string): Key {
  const key = store.collection(keys).get(code)
  if (!key || key.expires_at <= clock.now()) throw notFound('The key')
  return key
}

/** Takes a code out of use: a token for whoever got it and has the password, or for one who chooses it now. */
export function acceptKey(sandbox: Sandbox, code: string, password: string): MuranoToken {
  const {store} = sandbox
  return store.transaction(() => {
    const {purpose, email, name} = mustFindKey(sandbox, code)
    if (purpose === 'signup') store.collection(persons).add({email, name, two_factor: false})
    if (purpose !== 'twofactor') setPassword(store, email, password)
    const person = mustKnow(sandbox, email, password)
    store.collection(keys).delete(code)
    return issueToken(sandbox, person)
  })
}

/** The token, when it is good now. */
export function tokenOf({store, clock}: Sandbox, token: string): MuranoToken | undefined {
  const found = store.collection(muranoTokens).get(token)
  return found && found.expires_at > clock.now() ? found : undefined
}

function mustKnow({store}: Sandbox, email: string, password: string): Person {
  const person = store.collection(persons).get(email.toLowerCase())
  if (!person || !passwordMatches(store, person.email, password)) throw unauthorized('Invalid email or password')
  return person
}

function issueToken({store, clock}: Sandbox, {email}: Person): MuranoToken {
  return store.collection(muranoTokens).put({token: newToken(), email, expires_at: clock.now() + tokenSeconds * 1000})
}
