import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {type Existing, type Kind, type Planning} from './kind.ts'

/** Sections that are exported when they are named, and only then. */
export function leftOut(kinds: readonly Kind[], only: readonly string[] | undefined): string[] {
  return only === undefined ? kinds.filter(({unexported}) => unexported === true).map(({section}) => section) : []
}

/** What the account has as a file, whose plan is empty. */
export async function exportFile(
  planning: Planning,
  {kinds, only}: {kinds: readonly Kind[]; only: readonly string[] | undefined},
): Promise<JsonObject> {
  const chosen =
    only === undefined ? kinds.filter((kind) => kind.unexported !== true) : only.map((name) => find(kinds, name))
  const sections = await Promise.all(
    chosen.map(async (kind): Promise<[string, JsonValue][]> => {
      const own = (await planning.existing(kind.section)).filter(({isOthers}) => isOthers !== true)
      const entries = own.map((one) => entryOf(kind, one, own))
      if (entries.length === 0) return []
      return [[kind.section, kind.single === true ? entries[0]! : entries]]
    }),
  )
  return {account: planning.account, ...Object.fromEntries(sections.flat())}
}

/** Says which is meant where another has the same name. */
function entryOf({id}: Kind, {key, id: own, fields}: Existing, all: readonly Existing[]): JsonObject {
  const isShared = id !== undefined && all.some((other) => other.key === key && other.id !== own)
  const given = Object.entries(fields).filter(
    ([, value]) => value != null && !(Array.isArray(value) && value.length === 0),
  )
  return {...(isShared && {[id]: own}), ...(escaped(Object.fromEntries(given)) as JsonObject)}
}

/** What looks like a variable is meant as it is. */
function escaped(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.replace(/\$\{(?=\w+\})/g, '$$${')
  if (Array.isArray(value)) return value.map((inner) => escaped(inner))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, escaped(inner)]))
}

function find(kinds: readonly Kind[], name: string): Kind {
  const found = kinds.find(({section}) => section === name)
  if (found !== undefined) return found
  const known = kinds.map(({section}) => section)
  throw usageError(`--kind: “${name}” is not one of ${known.join(', ')}.${didYouMean(name, known)}`)
}
