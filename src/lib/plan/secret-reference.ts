import {resolve} from 'node:path'
import {hideValue, isSecretName, MASK} from '../client/masking.ts'
import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {type InputReader} from '../input/read-value.ts'
import {type NamedSecrets} from '../profile/named-secrets.ts'
import {type Schema} from '../schema.ts'

/** What stands in a file in place of a secret. */
export const secretReference: Schema = {
  type: 'object',
  description: 'where the secret is: env names a variable, file a file, secret what config secrets set has stored',
  properties: {env: {type: 'string'}, file: {type: 'string'}, secret: {type: 'string'}},
  additionalProperties: {},
  maxProperties: 1,
  minProperties: 1,
} as Schema

const places = ['env', 'file', 'secret'] as const

type Reference = Partial<Record<(typeof places)[number], string>>

/** Where secrets are read from. */
export interface SecretPlaces {
  input: InputReader
  /** What is stored by name; opened where something refers to it. */
  stored: () => Pick<NamedSecrets, 'get'>
}

/** Whether it stands for a secret. */
export function isReference(value: JsonValue): value is JsonObject & Reference {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const [name, ...others] = Object.keys(value)
  return others.length === 0 && places.some((place) => place === name) && typeof value[name!] === 'string'
}

/** Whether a secret stands anywhere inside. */
export function holdsReference(value: JsonValue): boolean {
  if (isReference(value)) return true
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((inner) => inner !== undefined && holdsReference(inner))
}

/** The same with something else in place of each reference. */
function mapReferences(value: JsonValue, replace: (reference: JsonObject & Reference) => JsonValue): JsonValue {
  if (isReference(value)) return replace(value)
  if (Array.isArray(value)) return value.map((inner) => mapReferences(inner, replace))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([name, inner]) =>
    inner === undefined ? [] : [[name, mapReferences(inner, replace)] as const],
  )
  return Object.fromEntries(entries)
}

/** The same, where files that hold secrets are named from the folder of the file that refers to them. */
export function fromFolder(value: JsonValue, folder: string): JsonValue {
  return mapReferences(value, (reference) =>
    reference.file === undefined ? reference : {file: resolve(folder, reference.file)},
  )
}

/** The same with a mask in place of each secret. */
export function maskReferences(value: JsonValue): JsonValue {
  return mapReferences(value, () => MASK)
}

/** The same without the secrets; undefined where it is one. */
export function withoutReferences(value: JsonValue): JsonValue | undefined {
  if (isReference(value)) return undefined
  if (Array.isArray(value)) return value.flatMap((inner) => withoutReferences(inner) ?? [])
  if (typeof value !== 'object' || value === null) return value
  const open = Object.entries(value).map(
    ([name, inner]) => [name, inner === undefined ? undefined : withoutReferences(inner)] as const,
  )
  return Object.fromEntries(open.filter(([, inner]) => inner !== undefined)) as JsonObject
}

/** Paths at which secrets are written out. */
export function literalSecrets(value: JsonValue, path: string, isInside = false): string[] {
  if (isReference(value)) return []
  if (Array.isArray(value)) return value.flatMap((inner, at) => literalSecrets(inner, `${path}[${at}]`, isInside))
  if (typeof value !== 'object' || value === null) return isInside && value !== null ? [path] : []
  return Object.entries(value).flatMap(([name, inner]) =>
    inner === undefined ? [] : literalSecrets(inner, `${path}.${name}`, isInside || isSecretName(name)),
  )
}

/** The value with the secrets that it refers to. Throws a usage error for what cannot be read. */
export async function withSecrets<T extends JsonValue>(value: T, at: string, from: SecretPlaces): Promise<T> {
  if (isReference(value)) return (await secretOf(value, at, from)) as T
  if (Array.isArray(value)) {
    return (await Promise.all(value.map((inner, index) => withSecrets(inner, `${at}[${index}]`, from)))) as unknown as T
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(
    async ([name, inner]) =>
      [name, inner === undefined ? inner : await withSecrets(inner, `${at}.${name}`, from)] as const,
  )
  return Object.fromEntries(await Promise.all(entries)) as T
}

async function secretOf({env, file, secret}: Reference, at: string, {input, stored}: SecretPlaces): Promise<string> {
  if (secret === undefined) return input.secret(env === undefined ? `@${file ?? ''}` : `env:${env}`, at)
  const value = await stored().get(secret, at)
  hideValue(value)
  return value
}

export function refuseLiterals(paths: readonly string[]): void {
  const [first] = paths
  if (first === undefined) return
  throw usageError(`${first} is a secret: it does not belong into the file.`, {
    code: 'literal-secret',
    details: paths.slice(1).map((path) => `${path} is a secret, too.`),
    hint: 'Write {secret: NAME} for what config secrets set has stored, {env: NAME} for a variable or {file: PATH} for a file.',
  })
}
