import {cellText, toColumns, valueAt} from '../output/columns.ts'
import {type Inputs, type Parameters} from '../parameter.ts'
import {type Caller, type Operation} from './declaration.ts'

const shownAtMost = 5

/** What is lost together with something else, in a line: `Campaigns: 7 (CSMILE1, CPROMO1 and 5 more)`; none where there is nothing. */
export function dependents(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return []
  const more = names.length > shownAtMost ? ` and ${names.length - shownAtMost} more` : ''
  return [`${what}: ${names.length} (${names.slice(0, shownAtMost).join(', ')}${more})`]
}

/** As much of a value as a line has room for. */
const longest = 60
const id = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i

/** What is hit, a line for each of its first columns in the command that shows it; ids say nothing to anybody. */
export function shownBy<P extends Parameters, T>({shape}: Operation<P, T>) {
  return async (caller: Caller, values: Readonly<Record<string, unknown>>): Promise<readonly string[]> => {
    const given = Object.keys(shape.parameters).map((name) => [name, values[name]] as const)
    const thing = await caller.call({shape}, Object.fromEntries(given) as Inputs<P>)
    const lines = toColumns(shape.reply.columns).flatMap(({path, header}) => {
      const text = cellText(valueAt(thing, path))
      if (text === '' || id.test(text)) return []
      return [
        `${header.charAt(0)}${header.slice(1).toLowerCase()}: ${text.length > longest ? `${text.slice(0, longest)}…` : text}`,
      ]
    })
    return lines.slice(0, shownAtMost)
  }
}
