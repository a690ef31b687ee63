import {type Product} from '../../lib/entitlements/product.ts'
import {type CollectionSpec} from '../collection.ts'
import {type Store} from '../store.ts'

/** What users can be entitled to; the same for all accounts. */
export const products: CollectionSpec<Product> = {
  name: 'products',
  id: 'uuid',
  indexes: ['application_uuid', 'type'],
}

/** A product that an account may not use. */
export interface ProductBan {
  /** `ACCOUNT:PRODUCT`, so that it is disabled once. */
  id: string
  account_uuid: string
  product_uuid: string
}

export const productBans: CollectionSpec<ProductBan> = {name: 'product_bans', id: 'id', indexes: ['account_uuid']}

/** A type of products that an account may not use. */
export interface ProductTypeBan {
  /** `ACCOUNT:NAME` */
  id: string
  account_uuid: string
  name: string
}

export const productTypeBans: CollectionSpec<ProductTypeBan> = {
  name: 'product_type_bans',
  id: 'id',
  indexes: ['account_uuid'],
}

export function disableProduct(store: Store, account_uuid: string, product_uuid: string): void {
  store.collection(productBans).put({id: banId(account_uuid, product_uuid), account_uuid, product_uuid})
}

export function disableProductType(store: Store, account_uuid: string, name: string): void {
  store.collection(productTypeBans).put({id: banId(account_uuid, name), account_uuid, name})
}

/** Of the key that a ban goes by. */
export function banId(accountUuid: string, disabled: string): string {
  return `${accountUuid}:${disabled}`
}

/** Why nobody in the account can be entitled to a product; undefined when they can. */
export function banOf(store: Store, accountUuid: string, {uuid, type}: Product): string | undefined {
  if (store.collection(productBans).get(banId(accountUuid, uuid))) return 'is disabled for the account'
  const isOfType = store.collection(productTypeBans).get(banId(accountUuid, type)) !== undefined
  return isOfType ? `is of the type ${type}, which is disabled for the account` : undefined
}
