import {type JsonObject} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {parseJson} from '../input/json-value.ts'
import {type ContactRow} from './contact-format.ts'
import {type Faults} from './faults.ts'

/** Contacts of a JSON array. */
export function contactsOfJson(text: string, source: string, faults: Faults): ContactRow[] {
  const value = parseJson(text, source)
  if (!Array.isArray(value)) throw usageError(`${source} is not a JSON array of contacts.`, {code: 'bad-contacts'})
  const lines = elementLines(text)
  return value.flatMap((element, at) => {
    const line = lines[at] ?? 1
    if (typeof element === 'object' && element !== null && !Array.isArray(element)) {
      if (Object.keys(element).length > 0) return [{line, content: element satisfies JsonObject}]
      faults.add(line, ['holds nothing'])
    } else faults.add(line, ['is not an object'])
    return []
  })
}

/** The lines, from 1, that the elements of an array begin on. The text is known to be JSON. */
function elementLines(text: string): number[] {
  const found: number[] = []
  let [line, depth, expecting] = [1, 0, false]
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[^\s"[\]{},:]+|[[\]{},:\n]/g)) {
    if (token === '\n') {
      line += 1
      continue
    }
    if (depth === 1 && expecting && token !== ']') found.push(line)
    expecting = (token === '[' && depth === 0) || (token === ',' && depth === 1)
    if (token === '[' || token === '{') depth += 1
    if (token === ']' || token === '}') depth -= 1
  }
  return found
}
