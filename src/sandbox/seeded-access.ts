import {namedUuid} from './named-uuid.ts'

/** An account and a user of a fresh sandbox, to sign in with. */
export interface SeededUser {
  accountUuid: string
  userUuid: string
  email: string
  password: string
}

function seededUser(account: string, email: string, password: string): SeededUser {
  return {accountUuid: accountUuid(account), userUuid: namedUuid(`user ${email}`), email, password}
}

/** The uuid of a seeded account. */
export function accountUuid(name: string): string {
  return namedUuid(`account ${name}`)
}

/** The OAuth client that users sign in through. */
const publicId = 'sandbox-client'
const secret = 'sandbox-client-secret'

/** How to get into a fresh sandbox: the administrator of the default customer account, by the default OAuth client. */
export const seededAccess = {
  /** What comes after the sandbox's address: api and auth host are the same. */
  apiPath: '',
  publicId,
  secret,
  basicToken: Buffer.from(`${publicId}:${secret}`).toString('base64'),
  ...seededUser('Sunrise Dental', 'admin@sunrise.example', 'sandbox-admin-1'),
} as const

/** Sees what the administrator sees and may change nothing. */
export const seededReader = seededUser('Sunrise Dental', 'reader@sunrise.example', 'sandbox-reader-1')

/** The administrator of an account beside the default one. */
export const seededNeighbour = seededUser('Bayfront Realty', 'admin@bayfront.example', 'sandbox-neighbour-1')

/** The administrator of the account at the top of the tree. */
export const seededMaster = seededUser('Gulfstream Networks', 'admin@gulfstream.example', 'sandbox-master-1')
