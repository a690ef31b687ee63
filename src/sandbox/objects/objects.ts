import {type DataObject} from '../../lib/objects/data-object.ts'
import {resourceAccess, sharedResources} from '../auth/resource-access.ts'
import {type Caller} from '../caller.ts'
import {type CollectionSpec, type Conditions} from '../collection.ts'
import {identities, type Identity} from '../records.ts'
import {forbidden, notFound} from '../refusal.ts'
import {type Store} from '../store.ts'

/** An object, and to whom it belongs: to a user, to an account, or to everybody. */
export type StoredObject = Required<DataObject> & {user_uuid?: string; account_uuid?: string}

export const objects: CollectionSpec<StoredObject> = {
  name: 'data_objects',
  id: 'uuid',
  indexes: ['user_uuid', 'account_uuid', 'type'],
}

export type ObjectAction = 'read' | 'update' | 'delete'

const actions: readonly ObjectAction[] = ['read', 'update', 'delete']

/** An object as replies show it; lists have its content only when they were asked for it. */
export function objectView(object: StoredObject, {content: isShown}: {content: boolean}): DataObject {
  const {uuid, name, type, description, content_type, content, metadata} = object
  return {uuid, name, type, description, content_type, ...(isShown && {content}), metadata}
}

/** The objects that a user may see: their own, those of their account, and those that they may read through groups. */
export function allowedObjects(store: Store, {uuid, account_uuid}: Identity, where: Conditions): StoredObject[] {
  const shared = [...sharedResources(store, uuid)].flatMap(([resource, letters]) =>
    letters.includes('r') ? [resource] : [],
  )
  return store.collection(objects).find({where, anyOf: {user_uuid: uuid, account_uuid, uuid: shared}})
}

/** The object, when the caller may do that with it; 403 when they may do something else, and 404 otherwise. */
export function mustBeAllowed(store: Store, caller: Caller, action: ObjectAction, uuid: string): StoredObject {
  const object = store.collection(objects).get(uuid)
  const may = object ? allowedActions(store, caller, object) : []
  if (!object || may.length === 0) throw notFound(`Object ${uuid}`)
  if (!may.includes(action)) throw forbidden(`The permission object.${action} on object ${uuid} is missing.`)
  return object
}

/** Its owner may do everything; others what their roles permit in the account that it is of, and what groups grant them. */
function allowedActions(store: Store, caller: Caller, object: StoredObject): readonly ObjectAction[] {
  const {user} = caller
  if (object.user_uuid === user.uuid) return actions
  const account = accountOf(store, object) ?? caller.account.uuid
  const letters = resourceAccess(store, object.uuid).get(user.uuid) ?? ''
  return actions.filter((action) => letters.includes(action.charAt(0)) || caller.isAllowed(action, 'objects', account))
}

/** The account that an object is of, by itself or by its user; none has what belongs to everybody. */
function accountOf(store: Store, {user_uuid, account_uuid}: StoredObject): string | undefined {
  if (user_uuid === undefined) return account_uuid
  return store.collection(identities).get(user_uuid)?.account_uuid
}
