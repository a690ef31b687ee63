import {posix} from 'node:path'
import {type Version} from './item.ts'
import {type Layout} from './layout.ts'
import {assetPath, endpointPath, handlerPath, isInside, modulePath} from './paths.ts'
import {selectionOf} from './selection.ts'

/** Where an item goes that has no file here yet, below the project's folder. */
export function usualPath(item: Version, layout: Layout): string {
  const {location, path} = within(item, layout)
  return posix.join(location, path)
}

/** Whether there can be a file for it here that counts: whatever it is called there, nothing is written elsewhere. */
export function canBeHere(item: Version, layout: Layout): boolean {
  if (item.kind === 'resources') return true
  return isInside(within(item, layout).path) && selectionOf(layout[item.kind]).has(usualPath(item, layout))
}

function within({kind, name, endpoint, handler}: Version, layout: Layout): {location: string; path: string} {
  if (kind === 'resources') return {location: '', path: layout.resources}
  return {location: layout[kind].location, path: fileName()}

  function fileName(): string {
    if (endpoint !== undefined) return endpointPath(endpoint)
    if (handler !== undefined) return handlerPath(handler)
    return kind === 'files' ? assetPath(name, layout.files.defaultPage) : modulePath(name, layout.modules)
  }
}
