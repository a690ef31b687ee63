import {type Console} from '../console.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Caller} from '../operation/declaration.ts'
import {originOf} from '../profile/host.ts'
import {deleteToken} from './session-calls.ts'

/** Revokes the stored Murano token of the profile in force, deletes it, and says in a sentence what was done. */
export async function endMuranoSession(console: Console, caller: Caller): Promise<string> {
  const {profile, values} = console.settings
  if (profile === undefined) return 'Nobody is logged in: there is no profile.'
  const {secrets} = await console.connection()
  const stored = await secrets.get(profile.name, 'murano_token')
  if (stored === undefined) return `The profile “${profile.name}” is not logged in to Murano.`
  const {origins, value} = stored
  if (origins.includes(originOf(values.murano_host))) await revoke(console, caller, value)
  else {
    await console.warn(
      `The token is for ${origins.join(' and ')}, and the settings lead elsewhere: it is deleted, not revoked.`,
    )
  }
  await secrets.delete(profile.name, 'murano_token')
  return `Logged out of Murano in profile “${profile.name}”.`
}

async function revoke(console: Console, caller: Caller, token: string): Promise<void> {
  try {
    await caller.call(deleteToken, {token})
  } catch (error) {
    if (!(error instanceof CliError) || error.exit === ExitCode.Interrupted) throw error
    // Murano does not know it any more.
    if (error.status === 401 || error.status === 403 || error.status === 404) return
    await console.warn(`The token is deleted here, but could not be revoked: ${error.message}`)
  }
}
