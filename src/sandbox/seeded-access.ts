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

/** An account below the default one, without users, numbers and brand. */
export const seededLocationUuid = accountUuid('Sunrise Dental Venice')

/** A resource of the default account: its administrator may do everything with it, the reader read it. */
export const seededSharing = {resourceUuid: namedUuid('resource price list')} as const

/** Numbers of a fresh sandbox, in E.164. */
export const seededNumbers = {
  /** Of the default account's administrator, in no campaign. */
  unassigned: ['+19412340001', '+19412340002'],
  /** Of the default account's administrator, in the active campaign. */
  assigned: ['+19412340003', '+19412340004', '+19412340005'],
  /** Of the neighbour. */
  neighbours: ['+19412350001', '+19412350002'],
  /** For sale, like all up to …0199. */
  free: '+19412340100',
} as const

/** Campaigns of the default account in a fresh sandbox. */
export const seededCampaigns = {active: 'CSMILE1', rejected: 'CPROMO1'} as const

/** The administrator of the account at the top of the tree. */
export const seededMaster = seededUser('Gulfstream Networks', 'admin@gulfstream.example', 'sandbox-master-1')

/** Files of a fresh sandbox. */
export const seededFiles = {
  /** Of the default account's administrator. */
  greeting: namedUuid('file greeting.wav'),
  /** Of the reader, shared with the administrator. */
  prices: namedUuid('file prices.csv'),
  /** Everybody's. */
  hold: namedUuid('file hold-music.wav'),
  hours: namedUuid('file holiday-hours.txt'),
} as const

/** Reports of a fresh sandbox about activities. */
export const seededReports = {
  /** Templates. */
  messages: namedUuid('report template messages'),
  numbers: namedUuid('report template numbers'),
  /** A report that was run from the first. */
  run: namedUuid('report of messages'),
} as const

/** Usage reports of a fresh sandbox. */
export const seededUsage = {
  /** Templates. */
  numbers: namedUuid('usage template numbers'),
  all: namedUuid('usage template all'),
  /** A report that was run from the second. */
  report: namedUuid('usage report'),
} as const

/** Identity providers of a fresh sandbox, and a connection of the administrator with the first. */
export const seededProviders = {
  google: namedUuid('provider google'),
  googlePolicy: namedUuid('policy google'),
  microsoft: namedUuid('provider microsoft'),
  microsoftPolicy: namedUuid('policy microsoft'),
  connection: namedUuid('connection of the administrator'),
} as const
