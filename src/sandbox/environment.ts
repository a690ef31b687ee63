import {settingTable} from '../lib/profile/settings-table.ts'
import {seededMurano} from './murano/seeded.ts'
import {seededAccess, seededMaster, seededNeighbour, seededReader, type SeededUser} from './seeded-access.ts'

/** Users of a fresh sandbox, by what they are for. */
export const seededUsers = {
  admin: seededAccess,
  reader: seededReader,
  neighbour: seededNeighbour,
  master: seededMaster,
} as const satisfies Record<string, SeededUser>

/** The variables that make a program use the sandbox on that port of this machine as that user; in Murano, as the owner of its business. */
export function sandboxEnvironment(port: number, user: SeededUser): Record<string, string> {
  const machine = `http://127.0.0.1:${port}`
  const host = `${machine}${seededAccess.apiPath}`
  return {
    [settingTable.api_host.env]: host,
    [settingTable.auth_host.env]: host,
    [settingTable.basic_token.env]: seededAccess.basicToken,
    [settingTable.email.env]: user.email,
    [settingTable.password.env]: user.password,
    [settingTable.account.env]: user.accountUuid,
    [settingTable.user.env]: user.userUuid,
    [settingTable.murano_host.env]: machine,
    [settingTable.murano_email.env]: seededMurano.email,
    [settingTable.murano_password.env]: seededMurano.password,
    [settingTable.murano_business.env]: seededMurano.businessId,
    [settingTable.murano_solution.env]: seededMurano.applicationId,
    [settingTable.murano_product.env]: seededMurano.productId,
  }
}
