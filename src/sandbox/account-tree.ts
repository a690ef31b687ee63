import {randomUUID} from 'node:crypto'
import {type Account, accounts, relationships, type Relationship} from './records.ts'
import {type Store} from './store.ts'

/** One end of a relationship as replies show it. */
export interface AccountReference {
  uuid: string
  name: string
  type: string
}

export interface RelationshipView {
  uuid: string
  type: string
  source: AccountReference
  target: AccountReference
}

/** The uuids of all accounts below one, level by level. */
export function accountsBelow(store: Store, uuid: string): string[] {
  const found: string[] = []
  for (let level = [uuid]; level.length > 0;) {
    const children = store.collection(accounts).find({where: {parent_uuid: level}})
    level = children.map((account) => account.uuid)
    found.push(...level)
  }
  return found
}

/** Whether an account is one of those, or below one of them. */
export function isWithin(store: Store, accountUuid: string, tops: readonly string[]): boolean {
  let uuid: string | undefined = accountUuid
  while (uuid !== undefined && !tops.includes(uuid)) uuid = store.collection(accounts).get(uuid)?.parent_uuid
  return uuid !== undefined
}

/** Makes `target` the parent of `source`. */
export function addParent(store: Store, source: string, target: string): Relationship {
  store.collection(accounts).update(source, (account) => ({...account, parent_uuid: target}))
  const edge = {uuid: randomUUID(), type: 'parent', source_uuid: source, target_uuid: target} as const
  return store.collection(relationships).put(edge)
}

/** The edges that the account is the source or the target of. */
export function edgesOf(uuid: string) {
  return {anyOf: {source_uuid: uuid, target_uuid: uuid}}
}

export function relationshipView(store: Store, {uuid, type, ...ends}: Relationship): RelationshipView {
  return {uuid, type, source: reference(store, ends.source_uuid), target: reference(store, ends.target_uuid)}
}

/** An account as replies show it: with its relationships, whether they were asked for or not. */
export function accountView(store: Store, account: Account) {
  const items = store.collection(relationships).find(edgesOf(account.uuid))
  return {...account, relationships: {items: items.map((edge) => relationshipView(store, edge))}}
}

function reference(store: Store, uuid: string): AccountReference {
  const account = store.collection(accounts).get(uuid)
  return {uuid, name: account?.name ?? '', type: account?.type ?? ''}
}
