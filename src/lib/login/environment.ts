import {checkHost, originOf} from '../profile/host.ts'
import {type Settings} from '../profile/settings.ts'
import {settingTable} from '../profile/settings-table.ts'

/**
 * A credential to log in with, of the environment or else the profile. Elsewhere `--profile` leaves the environment's
 * credentials aside; a login means them, unless the environment names another host for them.
 */
export function credentialFromEnvironment(
  key: 'email' | 'password' | 'basic_token' | 'murano_email' | 'murano_password',
  {values}: Settings,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const {boundTo} = settingTable[key]
  const {env: variable} = settingTable[boundTo]
  const host = env[variable] || undefined
  const isOther = host !== undefined && originOf(checkHost(host, variable)) !== originOf(values[boundTo])
  const set = isOther ? undefined : env[settingTable[key].env] || undefined
  return set ?? values[key]
}
