import {type Store} from '../store.ts'
import {loadableAreas} from './areas.ts'
import {type Given} from './loadable.ts'

/** Records by area and collection. With `replace`, what these collections hold by then makes way for them when they are loaded. */
export interface Dump {
  replace: boolean
  [area: string]: boolean | Readonly<Record<string, Given[]>>
}

/** The records of areas, of all unless told otherwise, as they can be loaded. */
export function dumpOf(store: Store, areas: readonly string[] = Object.keys(loadableAreas)): Dump {
  const chosen = Object.entries(loadableAreas).filter(([area]) => areas.includes(area))
  const records = store.transaction(() =>
    chosen.map(([area, collections]) => {
      const dumped = Object.entries(collections).map(([name, kind]) => [name, kind.dump(store)] as const)
      return [area, Object.fromEntries(dumped)] as const
    }),
  )
  return {replace: true, ...Object.fromEntries(records)}
}
