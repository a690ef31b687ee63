import {stringify} from 'yaml'
import {type Store} from '../store.ts'
import {loadableAreas} from './areas.ts'

const head = `# A snapshot of the sandbox, for commsctl sandbox load. With replace, what the collections
# named here hold by then makes way for it; without, the records are added to it.
`

/** The records of areas, of all unless told otherwise, as text that can be loaded. */
export function dumpText(store: Store, areas: readonly string[] = Object.keys(loadableAreas)): string {
  const chosen = Object.entries(loadableAreas).filter(([area]) => areas.includes(area))
  const records = store.transaction(() =>
    chosen.map(([area, collections]) => {
      const dumped = Object.entries(collections).map(([name, kind]) => [name, kind.dump(store)] as const)
      return [area, Object.fromEntries(dumped)] as const
    }),
  )
  const content = {replace: true, ...Object.fromEntries(records)}
  return head + stringify(content, {aliasDuplicateObjects: false, lineWidth: 0})
}
