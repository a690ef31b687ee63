import {type Shape} from '../operation/declaration.ts'
import {type Config} from '../profile/config-file.ts'

/** Whether a run goes into the history, which is not part of itself; of what runs others, those do. */
export function isRemembered(id: string, {runsOthers}: Pick<Shape, 'runsOthers'>, config: () => Config): boolean {
  if (runsOthers === true || id === 'history' || id.startsWith('history ')) return false
  try {
    return config().settings.history !== 'off'
  } catch {
    return true
  }
}
