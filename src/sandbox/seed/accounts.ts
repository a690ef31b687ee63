import {namedUuid} from '../named-uuid.ts'
import {type AccountType} from '../../lib/accounts/account.ts'
import {accounts, identities, relationships} from '../records.ts'
import {setPassword} from '../passwords.ts'
import {
  accountUuid,
  seededAccess,
  seededMaster,
  seededNeighbour,
  seededReader,
  type SeededUser,
} from '../seeded-access.ts'
import {type Store} from '../store.ts'
import {addDefaultGroups, defaultGroup, joinGroup} from '../user-groups.ts'

interface SeedAccount {
  name: string
  type: AccountType
  number: string
  parent?: string
  city: string
  postalCode: string
}

const accountTree: readonly SeedAccount[] = [
  {name: 'Gulfstream Networks', type: 'MasterReseller', number: '1000', city: 'Tampa', postalCode: '33602'},
  ...children('Gulfstream Networks', 'Reseller', [
    ['Suncoast Voice', '1100', 'Sarasota', '34236'],
    ['Keys Telecom', '1200', 'Key West', '33040'],
  ]),
  ...children('Suncoast Voice', 'Customer', [
    ['Sunrise Dental', '1110', 'Sarasota', '34237'],
    ['Bayfront Realty', '1120', 'Bradenton', '34205'],
  ]),
  ...children('Keys Telecom', 'Customer', [['Harbor Logistics', '1210', 'Key West', '33040']]),
  ...children('Sunrise Dental', 'Location', [
    ['Sunrise Dental Downtown', '1111', 'Sarasota', '34236'],
    ['Sunrise Dental Venice', '1112', 'Venice', '34285'],
  ]),
]

interface SeedUser {
  access: SeededUser
  group: 'admin' | 'user'
  firstName: string
  lastName: string
  /** The number that they send from. */
  sms?: string
}

const users: readonly SeedUser[] = [
  {access: seededAccess, group: 'admin', firstName: 'Ada', lastName: 'Rivera', sms: '+19412340003'},
  {access: seededReader, group: 'user', firstName: 'Ben', lastName: 'Okafor'},
  {access: seededNeighbour, group: 'admin', firstName: 'Cleo', lastName: 'Marsh'},
  {access: seededMaster, group: 'admin', firstName: 'Dana', lastName: 'Whitfield'},
]

/** The account tree with each account's default groups, and the users. */
export function seedAccounts(store: Store): void {
  for (const account of accountTree) seedAccount(store, account)
  for (const [index, user] of users.entries()) {
    const {accountUuid: account, userUuid, email, password} = user.access
    store.collection(identities).put({
      uuid: userUuid,
      account_uuid: account,
      type: 'user',
      first_name: user.firstName,
      middle_name: '',
      last_name: user.lastName,
      username: email,
      status: 'Active',
      provider: 'local',
      email,
      phone: `+1941555010${index}`,
      address: {city: 'Sarasota', state: 'FL', postal_code: '34236', country: 'US'},
      reference: '',
      aliases: user.sms === undefined ? [] : [{sms: user.sms}],
      properties: {},
    })
    setPassword(store, userUuid, password, userUuid)
    const group = defaultGroup(store, account, user.group)
    if (group) joinGroup(store, group.uuid, userUuid)
  }
}

function seedAccount(store: Store, {name, type, number, parent, city, postalCode}: SeedAccount): void {
  const uuid = accountUuid(name)
  store.collection(accounts).put({
    uuid,
    name,
    number,
    type,
    description: `${type} of the sandbox`,
    status: 'Active',
    ...(parent !== undefined && {parent_uuid: accountUuid(parent)}),
    reference: '',
    address: {line1: '100 Main St', city, state: 'FL', postal_code: postalCode, country: 'US'},
    contacts: [],
  })
  addDefaultGroups(store, uuid, (groupType) => namedUuid(`group ${groupType} of ${name}`))
  if (parent === undefined) return
  store.collection(relationships).put({
    uuid: namedUuid(`parent of ${name}`),
    type: 'parent',
    source_uuid: uuid,
    target_uuid: accountUuid(parent),
  })
}

function children(
  parent: string,
  type: AccountType,
  rows: [name: string, number: string, city: string, zip: string][],
) {
  return rows.map(([name, number, city, postalCode]) => ({name, type, number, parent, city, postalCode}))
}
