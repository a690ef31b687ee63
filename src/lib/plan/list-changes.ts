import {type JsonValue} from '../client/wire.ts'

/** What comes into a list of names, and what leaves it. */
export function listChanges(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): {added: string[]; removed: string[]} {
  const [old, wanted] = [textsOf(before), textsOf(after)]
  return {
    added: wanted.filter((name) => !old.includes(name)),
    removed: old.filter((name) => !wanted.includes(name)),
  }
}

function textsOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
