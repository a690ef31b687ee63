import {type Settings} from '../profile/settings.ts'
import {type Outcome, ok} from './finding.ts'

/** Every setting that has a value, and where it comes from; secrets masked. */
export async function lookAtSettings(settings: Settings): Promise<Outcome[]> {
  return settings.list().flatMap(({key, value, origin}) => {
    if (value === undefined) return []
    return [ok(`${value} (${origin})`, {subject: key})]
  })
}
