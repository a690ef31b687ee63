import {type Console} from '../console.ts'
import {type Caller} from '../operation/declaration.ts'
import {updateConfig} from '../profile/config-file.ts'
import {originOf} from '../profile/host.ts'
import {saveProfile} from '../profile/profiles.ts'
import {type MuranoUser, muranoUser} from './murano-user.ts'

/** Proves a token by asking whose it is, stores it with host and business in the profile, and tells people. */
export async function storeMuranoLogin(
  console: Console,
  caller: Caller,
  profile: string,
  token: string,
): Promise<MuranoUser> {
  const {settings, config, paths} = console
  const {murano_host: host} = settings.values
  const connection = await console.connection()
  connection.useMuranoToken(token)
  const me = await muranoUser(caller, token, settings)
  const stored = config.profiles[profile]
  // The same user logs in again: the business that they chose to work on stays.
  const isSame = stored?.murano_email === me.email && stored.murano_host === host
  const only = me.businesses.length === 1 ? me.businesses[0]?.bizid : undefined
  const kept = isSame ? {} : {murano_business: only, murano_solution: undefined, murano_product: undefined}
  await saveProfile(paths, profile, {murano_host: host, murano_email: me.email, ...kept})
  await connection.secrets.set(profile, {murano_token: {value: token, origins: [originOf(host)]}})
  const {current} = await updateConfig(paths.configFile, (changed) => {
    changed.current ??= profile
  })
  await console.note(`Logged in to ${host} as ${me.email}, profile “${profile}”.`)
  if (current !== profile) await console.note(`To use it from now on: commsctl profiles use ${profile}`)
  return me
}
