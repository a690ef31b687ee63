import {type Existing} from './kind.ts'

/** What each name means: the account's own goes before what is others'. */
export function named(existing: readonly Existing[]): Map<string, Existing[]> {
  const all = new Map<string, Existing[]>()
  const own = existing.filter(({isOthers}) => isOthers !== true)
  for (const one of own) add(all, one)
  const taken = new Set(all.keys())
  for (const one of existing) if (one.isOthers === true && !taken.has(one.key)) add(all, one)
  return all
}

/** How a file names what has this id: by its key, or by the id where that means something else, or it is not among them. */
export function keyFor(existing: readonly Existing[]): (id: string) => string {
  const names = named(existing)
  const byId = new Map(existing.map((one) => [one.id, one]))
  return (id) => {
    const one = byId.get(id)
    const meant = one === undefined ? [] : names.get(one.key)!
    return meant.length === 1 && meant[0] === one ? one!.key : id
  }
}

function add(all: Map<string, Existing[]>, one: Existing): void {
  const same = all.get(one.key)
  if (same === undefined) all.set(one.key, [one])
  else same.push(one)
}
