import {type Config} from './config-file.ts'
import {firstProfile} from './profile.ts'
import {type SettingsInput} from './settings.ts'

type Flags = Readonly<Record<string, string | undefined>>

/** What holds where a command line names no profile. */
export interface Around {
  profile?: string | undefined
  account?: string | undefined
}

/** What the flags of a command line say about settings. `mayBeNew`: the profile named need not exist, and may be given hosts. */
export function typedSettings(
  {account, user, output, profile, business, ...others}: Flags,
  config: Config,
  {mayBeNew, around = {}}: {mayBeNew: boolean; around?: Around | undefined},
): SettingsInput {
  // An account goes with its profile: beside another, it would be another's.
  const {profile: usual, account: itsAccount} = profile === undefined ? around : {}
  return {
    flags: {
      ...{account: account ?? itsAccount, user, output, murano_business: business},
      ...(mayBeNew && hostFlags(others)),
    },
    profileFlag: profile ?? usual,
    config: mayBeNew ? {...config, current: config.current ?? firstProfile} : config,
    mayBeNew,
  }
}

/** Those that a login may name. */
function hostFlags(flags: Flags): SettingsInput['flags'] {
  return {api_host: flags['api-host'], auth_host: flags['auth-host'], murano_host: flags['murano-host']}
}
