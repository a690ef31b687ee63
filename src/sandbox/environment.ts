import {settingTable} from '../lib/profile/settings-table.ts'
import {seededAccess, seededMaster, seededNeighbour, seededReader, type SeededUser} from './seeded-access.ts'

/** Users of a fresh sandbox, by what they are for. */
export const seededUsers = {
  admin: seededAccess,
  reader: seededReader,
  neighbour: seededNeighbour,
  master: seededMaster,
} as const satisfies Record<string, SeededUser>

/** The variables that make a program use the sandbox on that port of this machine as that user. */
export function sandboxEnvironment(port: number, user: SeededUser): Record<string, string> {
  const host = `http://127.0.0.1:${port}${seededAccess.apiPath}`
  return {
    [settingTable.api_host.env]: host,
    [settingTable.auth_host.env]: host,
    [settingTable.basic_token.env]: seededAccess.basicToken,
    [settingTable.email.env]: user.email,
    [settingTable.password.env]: user.password,
    [settingTable.account.env]: user.accountUuid,
    [settingTable.user.env]: user.userUuid,
  }
}
