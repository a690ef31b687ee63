import {readConfig} from '../profile/config-file.ts'
import {resolvePaths} from '../profile/paths.ts'
import {resolveSettings, type Settings} from '../profile/settings.ts'
import {visible} from '../output/sanitise.ts'
import {paint} from '../output/style.ts'
import {CliError} from '../errors.ts'

/** Where the lines of a shell work that say nothing else. */
export interface Place {
  profile: string | undefined
  account: string | undefined
}

/** The settings that hold there. Throws a usage error for a profile that does not exist. */
export function settingsAt({profile, account}: Place): Settings {
  const config = readConfig(resolvePaths().configFile)
  return resolveSettings({profileFlag: profile, flags: {account}, config})
}

/** What stands before the cursor: profile and account, and what the profile is marked as. */
export function promptAt(place: Place, colour: boolean): string {
  const {profile, values} = knownSettings(place) ?? {}
  const account = values?.account === undefined ? '' : `/${values.account.slice(0, 8)}`
  const name = visible(`${profile?.name ?? 'commsctl'}${account}`)
  const marks = [
    ...(profile?.production ? [paint(colour, ['red', 'bold'], 'PRODUCTION')] : []),
    ...(profile?.readOnly ? ['read-only'] : []),
  ]
  return `${[name, ...marks].join(' ')}> `
}

/** A line may have deleted the profile: what comes of that, the next one tells. */
function knownSettings(place: Place): Settings | undefined {
  try {
    return settingsAt(place)
  } catch (error) {
    if (error instanceof CliError) return undefined
    throw error
  }
}
