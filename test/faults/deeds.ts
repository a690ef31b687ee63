import {existsSync} from 'node:fs'
import {onTestFinished} from 'vitest'
import {resolvePaths} from '../../src/lib/profile/paths.ts'
import {namedUuid} from '../../src/sandbox/named-uuid.ts'
import {outbox} from '../../src/sandbox/outbox.ts'
import {accounts, groupMembers, identities, oauthClients} from '../../src/sandbox/records.ts'
import {type Sandbox} from '../../src/sandbox/sandbox.ts'
import {
  seededAccess,
  seededCampaigns,
  seededLocationUuid,
  seededNumbers,
  seededReader,
} from '../../src/sandbox/seeded-access.ts'
import {brands} from '../../src/sandbox/ten-dlc/brands.ts'
import {campaigns} from '../../src/sandbox/ten-dlc/campaigns.ts'
import {type ServedSandbox} from '../support/served-sandbox.ts'
import {World} from '../support/world.ts'
import {type Deed} from './strike.ts'

const {accountUuid, userUuid} = seededAccess
const [ours] = seededNumbers.unassigned

/** How many rows a list has that is longer than two pages. */
const manyRows = 250

const brandFlags = {
  'legal-name': 'Venice Dental LLC',
  'brand-name': 'Venice Dental',
  'organization-type': 'PRIVATE_PROFIT',
  ein: '12-3456789',
  vertical: 'HEALTHCARE',
  address: '1 Main St',
  city: 'Venice',
  state: 'FL',
  'postal-code': '34285',
  website: 'https://venice.example',
  'email-address': 'office@venice.example',
  'phone-number': '+19412340001',
}

/** Fills the account up to that many numbers. */
function fillAccount({store, clock}: Sandbox): void {
  const missing = manyRows - store.numbers.provisioned({account_uuid: accountUuid}, {offset: 0, limit: 1}).total
  for (const number of store.numbers.available({}, missing)) {
    store.numbers.provision(number, {account_uuid: accountUuid, provider: 'VI'}, clock.now())
  }
}

/** 1 when each row is there, and once. */
function allRows(_: Sandbox, stdout: string): number {
  if (stdout === '') return 0
  const rows = JSON.parse(stdout) as {number: string}[]
  return new Set(rows.map(({number}) => number)).size === manyRows && rows.length === manyRows ? 1 : 0
}

export const reading: Readonly<Record<string, Deed>> = {
  'numbers list --all': {
    args: ['numbers', 'list', '--all'],
    at: {method: 'GET', path: '/sms/provision/numbers/account/*'},
    requests: 3,
    prepare: fillAccount,
    done: allRows,
  },
  'numbers get': {
    args: ['numbers', 'get', ours],
    at: {method: 'GET', path: '/sms/provision/numbers/number/*'},
    done: (_, stdout) => (stdout.includes(ours) ? 1 : 0),
  },
}

/** What may be sent twice. */
export const repeatable: Readonly<Record<string, Deed>> = {
  'numbers set-help': {
    args: ['numbers', 'set-help', ours, '--help-text', 'Call us.'],
    at: {method: 'PUT', path: '/sms/provision/numbers/help'},
    done: ({store}) => (store.numbers.get(ours)?.help_text === 'Call us.' ? 1 : 0),
  },
  'accounts update': {
    args: ['accounts', 'update', seededLocationUuid, '-F', 'name=Renamed'],
    at: {method: 'PUT', path: '/accounts/accounts/*'},
    done: ({store}) => store.collection(accounts).count({where: {name: 'Renamed'}}),
  },
}

export const deleting: Readonly<Record<string, Deed>> = {
  '10dlc campaigns delete': {
    args: ['10dlc', 'campaigns', 'delete', seededCampaigns.rejected, '--yes'],
    at: {method: 'DELETE', path: '/sms/10dlc/customers/*'},
    done: ({store}) => (store.collection(campaigns).get(seededCampaigns.rejected) ? 0 : 1),
  },
}

/** The same, with an empty reply. */
export const deletingWithoutReply: Readonly<Record<string, Deed>> = {
  'identities delete': {
    args: ['identities', 'delete', seededReader.userUuid, '--yes'],
    at: {method: 'DELETE', path: '/identity/identities/*'},
    done: ({store}) => (store.collection(identities).get(seededReader.userUuid) ? 0 : 1),
  },
}

/** What makes a second one when it is sent twice. */
export const creating: Readonly<Record<string, Deed>> = {
  'accounts create': {
    args: ['accounts', 'create', '-F', 'name=Made', '-F', 'type=Location', '-F', `parent_uuid=${accountUuid}`],
    at: {method: 'POST', path: '/accounts/accounts'},
    done: ({store}) => store.collection(accounts).count({where: {name: 'Made'}}),
  },
  'oauth clients create': {
    args: ['oauth', 'clients', 'create', '--name', 'made', '--description', 'by a test', '--user', userUuid],
    at: {method: 'POST', path: '/oauth/oauth/clients'},
    done: ({store}) => store.collection(oauthClients).count({where: {name: 'made'}}),
  },
  'email send': {
    args: [
      ...['email', 'send', '--from', 'a@b.example', '--to', 'c@d.example'],
      ...['--subject', 'Once', '--text', 'x', '--attach', 'contacts.csv'],
    ],
    at: {method: 'POST', path: '/email/messages/send'},
    done: ({store}) => store.collection(outbox).count({where: {subject: 'Once'}}),
  },
}

/** What makes a second one, too, and can be looked up after a lost reply. */
export const settling: Readonly<Record<string, Deed>> = {
  '10dlc brands register': {
    args: [
      ...['10dlc', 'brands', 'register', '--yes', '--account', seededLocationUuid],
      ...Object.entries(brandFlags).flatMap(([name, value]) => [`--${name}`, value]),
    ],
    at: {method: 'POST', path: '/sms/10dlc/customers'},
    done: ({store}) => (store.collection(brands).get(seededLocationUuid) ? 1 : 0),
  },
  'chat members add': {
    args: ['chat', 'members', 'add', namedUuid('channel Announcements'), '-F', `uuid=${seededReader.userUuid}`],
    at: {method: 'POST', path: '/chat/channels/*'},
    done: ({store}) =>
      store.collection(groupMembers).count({
        where: {group_uuid: namedUuid('group of channel Announcements'), user_uuid: seededReader.userUuid},
      }),
  },
  'numbers provision': {
    args: ['numbers', 'provision', seededNumbers.free, '--yes'],
    at: {method: 'POST', path: '/sms/provision'},
    done: ({store}) => (store.numbers.get(seededNumbers.free)?.account_uuid === accountUuid ? 1 : 0),
  },
  'numbers release': {
    args: ['numbers', 'release', ours, '--yes'],
    at: {method: 'POST', path: '/sms/deprovision'},
    done: ({store}) => (store.numbers.get(ours)?.account_uuid === accountUuid ? 0 : 1),
  },
}

const secrets = {PASSWORD: seededAccess.password, BASIC: seededAccess.basicToken}
const login = (url: string) => [
  ...['login', '--api-host', url, '--email', seededAccess.email],
  ...['--password', 'env:PASSWORD', '--basic-token', 'env:BASIC'],
]

/** Somebody who has an account and has not logged in. */
function stranger(): World {
  const world = new World(secrets)
  onTestFinished(() => world.dispose())
  return world
}

/** Somebody whose access token the service does not take any more. */
async function expired({sandbox, url}: ServedSandbox): Promise<World> {
  const world = stranger()
  const {exitCode, stderr} = await world.run(login(url))
  if (exitCode !== 0) throw new Error(stderr)
  sandbox.clock.advance(2 * 3600 * 1000)
  return world
}

const at = {method: 'POST', path: '/oauth/token'} as const

/** The first token. */
export const signingIn: Readonly<Record<string, Deed>> = {
  login: {
    args: login,
    at,
    as: () => Promise.resolve(stranger()),
    done: (_, _stdout, user) => (existsSync(resolvePaths(user.env).secretsFile) ? 1 : 0),
  },
}

/** Another token for the old one's refresh token, which is good for one use. */
export const renewing: Readonly<Record<string, Deed>> = {
  'numbers get with an expired token': {
    args: ['numbers', 'get', ours],
    at,
    as: expired,
    done: (_, stdout) => (stdout.includes(ours) ? 1 : 0),
  },
}
