import {type Resource} from '../../lib/resources/resource.ts'
import {type Row} from '../../lib/resources/row.ts'
import {type ResourceTemplate} from '../../lib/resources/template.ts'
import {type CollectionSpec} from '../collection.ts'
import {type Store} from '../store.ts'

/** A template, of an account or of one of its users. */
export type StoredTemplate = ResourceTemplate & {account_uuid: string; user_uuid?: string}

export const resourceTemplates: CollectionSpec<StoredTemplate> = {
  name: 'resource_templates',
  id: 'uuid',
  indexes: ['account_uuid'],
}

export type StoredResource = Omit<Resource, 'rows' | 'references'>

export const resources: CollectionSpec<StoredResource> = {
  name: 'resources',
  id: 'uuid',
  indexes: ['account_uuid', 'type'],
}

/** A row with the ids of those that it is related to. */
export type StoredRow = Required<Row>

export const rows: CollectionSpec<StoredRow> = {
  name: 'resource_rows',
  id: 'uuid',
  indexes: ['resource_instance_uuid'],
}

/** Removes rows, and them from what others are related to. */
export function removeRows(store: Store, uuids: readonly string[]): void {
  const [all, gone] = [store.collection(rows), new Set(uuids)]
  all.deleteWhere({uuid: uuids})
  for (const row of all.find()) {
    const references = row.references.filter((other) => !gone.has(other))
    if (references.length < row.references.length) all.put({...row, references})
  }
}

/** The rows of a resource, in the order in which they came. */
export function rowsOf(store: Store, resourceUuid: string): StoredRow[] {
  return store.collection(rows).find({where: {resource_instance_uuid: resourceUuid}})
}

/** For an account that is deleted. */
export function removeResources(store: Store, accountUuid: string): void {
  const owned = store.collection(resources).find({where: {account_uuid: accountUuid}})
  removeRows(
    store,
    owned.flatMap(({uuid}) => rowsOf(store, uuid).map((row) => row.uuid)),
  )
  store.collection(resources).deleteWhere({account_uuid: accountUuid})
  store.collection(resourceTemplates).deleteWhere({account_uuid: accountUuid})
}
