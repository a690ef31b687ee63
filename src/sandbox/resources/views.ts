import {type Resource} from '../../lib/resources/resource.ts'
import {type Row} from '../../lib/resources/row.ts'
import {type ListReply, mapItems} from '../lists.ts'
import {type Store} from '../store.ts'
import {rows, type StoredResource, type StoredRow} from './resources.ts'

/** What a request wants to see of resources and rows. */
export interface Wanted {
  rows: boolean
  /** The ids of related rows, beside each row; and those rows, beside the resource. */
  references: boolean
  /** Related rows with their columns. */
  whole: boolean
}

/** A resource as replies show it, with that page of its rows when they, or what they are related to, are wanted. */
export function resourceView(
  store: Store,
  resource: StoredResource,
  pageOf: () => ListReply<StoredRow>,
  wanted: Wanted,
): Resource {
  if (!wanted.rows && !wanted.references) return resource
  const page = pageOf()
  return {
    ...resource,
    ...(wanted.rows && {rows: mapItems(page, (row) => rowView(row, wanted))}),
    ...(wanted.references && {references: {items: related(store, page.items, wanted)}}),
  }
}

/** A row as replies show it. */
export function rowView({references, ...row}: StoredRow, wanted: Pick<Wanted, 'references'>): Row {
  return {...row, ...(wanted.references && {references})}
}

/** The rows that some are related to, each once. */
function related(store: Store, from: readonly StoredRow[], {whole}: Wanted): Row[] {
  const ids = [...new Set(from.flatMap(({references}) => references))]
  return ids
    .flatMap((id) => store.collection(rows).get(id) ?? [])
    .map(({uuid, resource_instance_uuid, content}) => ({uuid, resource_instance_uuid, ...(whole && {content})}))
}
