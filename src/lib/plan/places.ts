import {type Existing, type Planning} from './kind.ts'
import {keyFor} from './named.ts'

/** What a kind’s things may be in, with what a file calls it: all that there is, or what its section names. */
export async function placesFor(
  planning: Planning,
  {section, within}: {section: string; within: string},
): Promise<(Existing & {name: string})[]> {
  const all = await planning.existing(within)
  const nameOf = keyFor(all)
  const asked = planning.placesOf(section)
  const named = all.map((one) => ({...one, name: nameOf(one.id)}))
  return named.filter(({name, id}) => asked === undefined || asked.has(name) || asked.has(id))
}
