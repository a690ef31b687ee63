import {type CollectionSpec} from '../collection.ts'
import {type JsonObject} from '../../lib/client/wire.ts'
import {type Store} from '../store.ts'

/** Something that a product keeps for its devices, such as firmware. */
export interface ContentItem {
  /** `PRODUCT:NAME`. */
  key: string
  product_id: string
  /** Its name, which is called its id. */
  id: string
  type: string
  length: number
  last_modified: string
  tags: JsonObject
  /** Where its bytes are in the contents. */
  content_id: string
}

export const contentItems: CollectionSpec<ContentItem> = {
  name: 'murano_content',
  id: 'key',
  indexes: ['product_id'],
}

export function itemsOf(store: Store, productId: string): ContentItem[] {
  return store.collection(contentItems).find({where: {product_id: productId}})
}

export function contentView({id, type, length, last_modified, tags}: ContentItem) {
  return {id, type, length, last_modified, ...(Object.keys(tags).length > 0 && {tags})}
}

export function removeItem(store: Store, {key, content_id}: ContentItem): void {
  store.collection(contentItems).delete(key)
  store.contents.remove(content_id)
}
