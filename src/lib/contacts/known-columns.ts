import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {stepsOf} from '../input/fields.ts'
import {contactFields, ownedByPlatform} from './contact.ts'

/** The columns that most files have; each list goes on with its next index. */
const usual = [
  'name.first',
  'name.last',
  'phone_numbers[0].number',
  'phone_numbers[0].type',
  'phone_numbers[0].preferred',
]

/** Throws a usage error for a file of which no column is a field of contacts: it would make contacts that nobody can find or call. */
export function requireKnownColumn(columns: readonly string[], source: string): void {
  const known = [...Object.keys(contactFields), ...ownedByPlatform]
  if (columns.some((path) => path !== '' && known.includes(String(stepsOf(path)[0])))) return
  throw usageError(`${source} has no column with a name or a number.`, {
    code: 'unknown-columns',
    details: columns.map((path) => `“${path}” is not a field that contacts have of themselves.${meant(path)}`),
    hint: `Name the columns as contacts have it: ${usual.join(', ')}.`,
  })
}

/** Columns that become fields of their names, and are most likely slips, a sentence each. */
export function likelySlips(columns: readonly string[]): string[] {
  return columns.flatMap((path) => {
    const near = usual.includes(atFirst(path)) ? '' : meant(path)
    return near === '' ? [] : [`The column “${path}” becomes a field of that name.${near}`]
  })
}

function meant(path: string): string {
  return didYouMean(atFirst(path), usual)
}

/** What is known of the first element of a list is known of all. */
function atFirst(path: string): string {
  return path.replaceAll(/\[\d*\]/g, '[0]')
}
