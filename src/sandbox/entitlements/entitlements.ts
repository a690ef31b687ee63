import {randomUUID} from 'node:crypto'
import {type FastifyRequest} from 'fastify'
import {type Entitlement} from '../../lib/entitlements/entitlement.ts'
import {type JsonValue} from '../../lib/client/wire.ts'
import {type Caller} from '../caller.ts'
import {type CollectionSpec} from '../collection.ts'
import {object, readFields, required, uuid} from '../fields.ts'
import {badRequest, conflict, type FieldProblem, notFound} from '../refusal.ts'
import {type Store} from '../store.ts'
import {banOf, products} from './products.ts'

/** Users' rights to use products. */
export const entitlements: CollectionSpec<Entitlement> = {
  name: 'entitlements',
  id: 'uuid',
  indexes: ['user_uuid', 'account_uuid', 'product_uuid'],
}

type Grant = Pick<Entitlement, 'account_uuid' | 'user_uuid' | 'product_uuid' | 'metadata'>

/** Grants all that the request lists, or nothing: 400 or 404 for what is wrong with one, 409 for a product that is disabled. */
export function grantAll(store: Store, request: FastifyRequest): Entitlement[] {
  const wanted = listedIn(request).map(readGrant)
  return store.transaction(() => {
    for (const grant of wanted) mustBeInAccount(request.caller, grant)
    refuseDisabled(store, wanted)
    return wanted.map((grant) => store.collection(entitlements).put({uuid: randomUUID(), ...grant, status: 'pending'}))
  })
}

/** Removes all that the request lists, or nothing: 404 when one is not there for the caller. */
export function removeAll(store: Store, request: FastifyRequest): string[] {
  const uuids = listedIn(request).map((one) => readFields({uuid: one}, {uuid: required(uuid())}).uuid)
  return store.transaction(() => {
    const found = uuids.map((one) => mustFind(store, request.caller, one))
    for (const one of found) store.collection(entitlements).delete(one.uuid)
    return uuids
  })
}

/** A pending entitlement becomes active; one that is active stays so. */
export function activate(store: Store, userUuid: string, entitlementUuid: string): Entitlement {
  return store.transaction(() => {
    const found = store.collection(entitlements).get(entitlementUuid)
    if (found?.user_uuid !== userUuid) throw notFound(`Entitlement ${entitlementUuid}`)
    refuseDisabled(store, [found])
    return store.collection(entitlements).put({...found, status: 'active'})
  })
}

function listedIn({body}: FastifyRequest): JsonValue[] {
  if (!Array.isArray(body) || body.length === 0) throw badRequest('The request needs a body: a JSON array.')
  return body as JsonValue[]
}

function readGrant(given: JsonValue, index: number): Grant {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw badRequest('Each element must be an object.', [`element ${index} is none`])
  }
  const {metadata = {}, ...grant} = readFields(given, {
    account_uuid: required(uuid()),
    user_uuid: required(uuid()),
    product_uuid: required(uuid()),
    metadata: object(),
  })
  return {...grant, metadata}
}

function mustBeInAccount(caller: Caller, {account_uuid, user_uuid}: Grant): void {
  const {uuid: account} = caller.mustSee(account_uuid)
  if (caller.mustSeeUser(user_uuid).account_uuid === account) return
  throw badRequest('The user is of another account.', [{field: 'account_uuid', message: 'is not the one of the user'}])
}

function refuseDisabled(store: Store, grants: readonly Pick<Grant, 'account_uuid' | 'product_uuid'>[]): void {
  const problems = grants.flatMap(({account_uuid, product_uuid}): FieldProblem[] => {
    const product = store.collection(products).get(product_uuid)
    if (!product) throw notFound(`Product ${product_uuid}`)
    const ban = banOf(store, account_uuid, product)
    return ban === undefined ? [] : [{field: 'product_uuid', message: `${product.name} (${product_uuid}) ${ban}`}]
  })
  if (problems.length > 0) throw conflict('Some products are disabled; nothing was done.', problems)
}

function mustFind(store: Store, caller: Caller, entitlementUuid: string): Entitlement {
  const found = store.collection(entitlements).get(entitlementUuid)
  if (!found || !caller.sees(found.account_uuid)) throw notFound(`Entitlement ${entitlementUuid}`)
  return found
}
