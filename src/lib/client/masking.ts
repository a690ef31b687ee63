import {type JsonValue} from './wire.ts'

export const MASK = '***'

/** Names of fields, query parameters and headers whose values are never shown, in lower case without `-` and `_`. */
const SECRET_NAMES = new Set([
  'accesstoken',
  'apikey',
  'authorization',
  'authtoken',
  'basictoken',
  'cik',
  'clientsecret',
  'cookie',
  // Of callbacks: what requests to a subscriber are signed with.
  'headers',
  'idtoken',
  'muranopassword',
  'muranotoken',
  'newdata',
  'olddata',
  'originalpassword',
  'password',
  'passwordtoken',
  'privatekey',
  'proxyauthorization',
  'pushtoken',
  'refreshtoken',
  'secret',
  'securepin',
  'setcookie',
  'token',
  'xexositecik',
])

/** Query parameters that let whoever has the URL in, beside those names. */
const SIGNATURES = new Set([
  'sig',
  'signature',
  'xamzcredential',
  'xamzsecuritytoken',
  'xamzsignature',
  'xgoogcredential',
  'xgoogsignature',
])

/** Whether a value of this name is a secret; of a nested name (`a.password.b[0]`), any part may say so. */
export function isSecretName(name: string): boolean {
  return name.split('.').some((part) => SECRET_NAMES.has(plainName(part.replace(/\[\d*\]/g, ''))))
}

const hidden = new Set<string>()
/** What is shorter may stand for something else in a text. */
const tellingLength = 6

/** A value is a secret wherever it stands from here on, whatever its name: it was taken from where secrets are. */
export function hideValue(secret: string | undefined): void {
  if (secret) hidden.add(secret)
}

/** A text with the secrets that are known by their value masked. */
export function maskValues(text: string): string {
  if (hidden.has(text)) return MASK
  let masked = text
  for (const secret of hidden) if (secret.length >= tellingLength) masked = masked.replaceAll(secret, MASK)
  return masked
}

function plainName(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase()
}

/** A copy of a JSON value with the values of secret names masked, and of those given, however deep; and what lets in whoever has a URL. */
export function maskJson(value: JsonValue, secrets: readonly string[] = []): JsonValue {
  if (typeof value === 'string') return maskUrl(maskValues(value))
  if (Array.isArray(value)) return value.map((inner) => maskJson(inner, secrets))
  if (typeof value !== 'object' || value === null) return value
  const shown = (name: string, inner: JsonValue) =>
    (isSecretName(name) || secrets.includes(name)) && inner !== null ? MASK : maskJson(inner, secrets)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shown(name, inner)]))
}

/** The pairs of a form or query with the values of secret names masked, and of those given. */
export function maskPairs<Value>(
  pairs: readonly (readonly [string, Value])[],
  secrets: readonly string[] = [],
): (readonly [string, Value | string])[] {
  return pairs.map(([name, value]) => [name, isSecretName(name) || secrets.includes(name) ? MASK : value] as const)
}

/** Headers with secrets masked: `Authorization` becomes `***` as a whole. */
export function maskHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(maskPairs(Object.entries(headers)).map(([name, value]) => [name, maskUrl(value)]))
}

function maskUrl(text: string): string {
  return /^https?:\/\//i.test(text) ? maskPath(text) : maskUserInfo(text)
}

/** What stands before the host of a URL: `user:password@`. */
const USER_INFO = /([a-z][a-z0-9+.-]*:\/\/)[^/?#\s"<>\\]*@/gi

/** A text with the users and passwords of its URLs masked. */
function maskUserInfo(text: string): string {
  return text.includes('@') ? text.replace(USER_INFO, `$1${MASK}@`) : text
}

/** Parts of paths after which a token follows. */
const BEFORE_TOKEN = /(\/(?:password-tokens|mobilenotification\/registration|api:1\/(?:token|key))\/)[^/?#]+/

/** A path with query, or a whole URL: tokens in it, user and password, and the values of secret parameters masked. */
export function maskPath(path: string): string {
  return maskUserInfo(path)
    .replace(BEFORE_TOKEN, `$1${MASK}`)
    .replace(/([?&])([^=&]+)=([^&]*)/g, (whole, before: string, name: string) =>
      isSecretInUrl(safeDecode(name)) ? `${before}${name}=${MASK}` : whole,
    )
}

function isSecretInUrl(name: string): boolean {
  return isSecretName(name) || SIGNATURES.has(plainName(name))
}

/** The body of a reply with secrets masked: JSON as a value, anything else as text; undefined when it is empty. */
export function maskBody(text: string, secrets: readonly string[] = []): JsonValue | undefined {
  if (text === '') return undefined
  try {
    return maskJson(JSON.parse(text) as JsonValue, secrets)
  } catch {
    return maskText(text)
  }
}

/** Text that may be JSON, whole or broken off, with the values of secret names masked, and what its URLs hold of a login. */
export function maskText(text: string): string {
  return maskUserInfo(maskValues(text)).replace(/"([^"\\]+)"\s*:\s*"(?:[^"\\]|\\.)*"?/g, (whole, name: string) =>
    isSecretName(name) ? `"${name}":"${MASK}"` : whole,
  )
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
