import {type Entitlement} from '../../lib/entitlements/entitlement.ts'
import {entitlements} from '../entitlements/entitlements.ts'
import {disableProduct, disableProductType, products} from '../entitlements/products.ts'
import {namedUuid} from '../named-uuid.ts'
import {seededAccess, seededNeighbour, seededReader, type SeededUser} from '../seeded-access.ts'
import {type Store} from '../store.ts'

const catalogue = [
  {name: 'Curbside pickup', type: 'cwa_curbside', application: 'pickup'},
  {name: 'Mass contact', type: 'cwa_mass_contact', application: 'outreach'},
  {name: 'Emergency broadcast', type: 'cwa_broadcast', application: 'outreach'},
  {name: 'Meetings', type: 'cwa_meeting', application: 'meetings'},
  {name: 'Message archive', type: 'cwa_archive', application: 'archive'},
] as const

type ProductName = (typeof catalogue)[number]['name']

/** A catalogue of products, of which one and a type are disabled for the default account, and who may use what. */
export function seedEntitlements(store: Store): void {
  for (const {name, type, application} of catalogue) {
    const application_uuid = namedUuid(`application ${application}`)
    store.collection(products).put({uuid: uuidOf(name), name, type, application_uuid, active: true})
  }
  disableProduct(store, seededAccess.accountUuid, uuidOf('Message archive'))
  disableProductType(store, seededAccess.accountUuid, 'cwa_broadcast')
  grant(store, seededAccess, 'Curbside pickup', 'active')
  grant(store, seededAccess, 'Mass contact', 'pending')
  grant(store, seededReader, 'Curbside pickup', 'active')
  grant(store, seededNeighbour, 'Meetings', 'active')
}

function grant(store: Store, user: SeededUser, name: ProductName, status: Entitlement['status']): void {
  store.collection(entitlements).put({
    uuid: namedUuid(`entitlement of ${user.email} to ${name}`),
    user_uuid: user.userUuid,
    account_uuid: user.accountUuid,
    product_uuid: uuidOf(name),
    status,
    metadata: {},
  })
}

function uuidOf(name: ProductName): string {
  return namedUuid(`product ${name}`)
}
