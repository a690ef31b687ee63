import {type Console} from '../console.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'

/** The name of the account that commands work on; where it cannot be found out, that of the profile. */
export async function accountName(console: Console): Promise<{what: 'account' | 'profile'; name: string}> {
  const name = await nameAtService(console).catch((error: unknown) => {
    if (!(error instanceof CliError) || error.exit === ExitCode.Interrupted) throw error
    return undefined
  })
  if (name !== undefined) return {what: 'account', name}
  return {what: 'profile', name: console.settings.profile?.name ?? ''}
}

async function nameAtService(console: Console): Promise<string | undefined> {
  const {client, fallback} = await connected(console)
  const account = await fallback('account')
  if (account === undefined) return undefined
  const path = `/accounts/accounts/${encodeURIComponent(account)}`
  const {body} = await client.send({method: 'GET', host: 'api', path, auth: 'bearer', idempotent: true})
  const name = typeof body === 'object' && body !== null && !Array.isArray(body) ? body['name'] : undefined
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : undefined
}

async function connected(console: Console) {
  const connection = await console.connection()
  return {client: connection.client, fallback: connection.fallback.bind(connection)}
}
