import {type CliError} from '../errors.ts'
import {allOf} from './all-of.ts'
import {type Change} from './change.ts'
import {type Keys, Matching, type Part, textOf} from './matching.ts'
import {keyFor, named} from './named.ts'
import {type Entry, type Existing, type Kind, type Planning, type Wanted} from './kind.ts'

/** What the file asks for, by section. */
export type Sections = ReadonlyMap<string, readonly Entry[]>

/**
 * How the account differs from the file, in the order of the kinds. With `prune`, what sections of the file do not name is
 * released. Throws one usage error for all that is ambiguous, refers to nothing or cannot be done.
 */
export async function makePlan(
  kinds: readonly Kind[],
  sections: Sections,
  planning: Planning,
  {prune}: {prune: boolean},
): Promise<Change[]> {
  const named = kinds.filter(({section}) => sections.has(section))
  const read = await Promise.all(
    named.map(async (kind): Promise<Part> => {
      const existing = await planning.existing(kind.section)
      return {kind, existing, wanted: wantedOf(kind, sections.get(kind.section)!, existing)}
    }),
  )
  const keys = await keysOf(kinds, read, planning)
  const problems: CliError[] = []
  const changes = read.flatMap((part) => {
    const matching = new Matching(part, keys, problems)
    return [...matching.changes(), ...(prune ? matching.rest() : [])]
  })
  if (problems.length > 0) throw allOf('The plan cannot be made', problems)
  return changes
}

function wantedOf(kind: Kind, entries: readonly Entry[], existing: readonly Existing[]): Wanted[] {
  if (kind.expand !== undefined) return kind.expand(entries, existing)
  return entries.map(({fields, at}) => {
    const id = kind.id === undefined ? undefined : fields[kind.id]
    const others = Object.entries(fields).filter(([name]) => name !== kind.id)
    const key = kind.single === true ? kind.section : textOf(fields[kind.key])
    return {key, at, fields: Object.fromEntries(others), ...(typeof id === 'string' && {id})}
  })
}

async function keysOf(kinds: readonly Kind[], parts: readonly Part[], planning: Planning): Promise<Keys> {
  const sections = new Set(parts.flatMap(({kind, wanted}) => referredTo(kind, wanted)))
  const known = kinds.filter(({section}) => sections.has(section))
  const entries = known.map(async ({section}) => {
    const existing = await planning.existing(section)
    const wanted = parts.find(({kind}) => kind.section === section)?.wanted ?? []
    const names = named(existing)
    for (const {key} of wanted) if (!names.has(key)) names.set(key, [])
    return [section, {names, keyOf: keyFor(existing), ids: new Set(existing.map(({id}) => id))}] as const
  })
  return new Map(await Promise.all(entries))
}

function referredTo({refers = {}}: Kind, wanted: readonly Wanted[]): string[] {
  return Object.entries(refers).flatMap(([field, section]) =>
    wanted.some(({fields}) => fields[field] != null) ? [section] : [],
  )
}
