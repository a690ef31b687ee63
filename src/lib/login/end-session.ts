import {type Console} from '../console.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {mayGo} from '../profile/credentials.ts'
import {type Session} from '../profile/secrets.ts'

/** Revokes the token of the profile in force, deletes its secrets, and says in a sentence what was done. */
export async function endSession(console: Console, revoke: (accessToken: string) => Promise<unknown>): Promise<string> {
  const {profile} = console.settings
  if (profile === undefined) return 'Nobody is logged in: there is no profile.'
  const {secrets} = await console.connection()
  const session = await secrets.get(profile.name, 'session')
  const basicToken = await secrets.get(profile.name, 'basic_token')
  if (session === undefined && basicToken === undefined) return `The profile “${profile.name}” is not logged in.`
  if (session !== undefined) await revokeIfPossible(console, session, revoke)
  // What somebody has stored by name is not the session's.
  await secrets.change(profile.name, ({named}) => (named === undefined ? {} : {named}))
  return `Logged out of profile “${profile.name}”.`
}

async function revokeIfPossible(
  console: Console,
  session: Session,
  revoke: (accessToken: string) => Promise<unknown>,
): Promise<void> {
  const {settings} = console
  if (!mayGo(session.origins, settings)) {
    const hosts = session.origins.join(' and ')
    return console.warn(`The token is for ${hosts}, and the settings lead elsewhere: it is deleted, not revoked.`)
  }
  ;(await console.connection()).useToken(session.access_token)
  try {
    await revoke(session.access_token)
  } catch (error) {
    if (!(error instanceof CliError) || error.exit === ExitCode.Interrupted) throw error
    // The service does not know it any more: expired or revoked already.
    if (error.status === 400 || error.status === 401 || error.status === 404) return
    await console.warn(`The token is deleted here, but could not be revoked: ${error.message}`)
  }
}
