import {type JsonObject} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {elementLines} from '../input/element-lines.ts'
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
