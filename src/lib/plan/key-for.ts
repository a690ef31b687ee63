import {type Existing} from './kind.ts'

/** How a file names what has this id: by its key, or by the id where others have the same key or it is not among them. */
export function keyFor(existing: readonly Existing[]): (id: string) => string {
  const byId = new Map(existing.map(({id, key}) => [id, key]))
  const counts = new Map<string, number>()
  for (const {key} of existing) counts.set(key, (counts.get(key) ?? 0) + 1)
  return (id) => {
    const key = byId.get(id)
    return key !== undefined && counts.get(key) === 1 ? key : id
  }
}
