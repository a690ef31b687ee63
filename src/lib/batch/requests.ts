import {canonical} from '../same-json.ts'
import {type JsonValue} from '../client/wire.ts'
import {type Each} from '../operation/declaration.ts'
import {type CheckedRow} from './row.ts'

const usualSize = 100

/** Rows as requests: one each, or where the call takes an array, neighbours together that differ in nothing else. */
export async function* requestsOf(
  rows: AsyncIterable<CheckedRow>,
  each: Each | undefined,
): AsyncGenerator<CheckedRow[]> {
  let gathered: CheckedRow[] = []
  let [key, things] = ['', new Set<unknown>()]
  for await (const row of rows) {
    if (each === undefined) {
      yield [row]
      continue
    }
    const [thing] = row.values[each.parameter] as unknown[]
    const rest = canonical(withoutUndefined({...row.values, [each.parameter]: null}))
    // The same thing twice in a request would be refused as a whole.
    const fits = rest === key && gathered.length < (each.atMost ?? usualSize) && !things.has(thing)
    if (!fits && gathered.length > 0) {
      yield gathered
      ;[gathered, things] = [[], new Set()]
    }
    key = rest
    gathered.push(row)
    things.add(thing)
  }
  if (gathered.length > 0) yield gathered
}

function withoutUndefined(values: Readonly<Record<string, unknown>>): JsonValue {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as JsonValue
}
