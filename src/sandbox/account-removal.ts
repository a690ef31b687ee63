import {allAreas} from './areas.ts'
import {accounts, identities} from './records.ts'
import {conflict} from './refusal.ts'
import {type Store} from './store.ts'
import {removeUser} from './users.ts'

/** Removes an account with its users, groups, roles, OAuth clients and filings. Throws a 409 while it has child accounts or phone numbers. */
export function removeAccount(store: Store, uuid: string): void {
  store.transaction(() => {
    refuseWhileInUse(store, uuid)
    for (const user of store.collection(identities).find({where: {account_uuid: uuid}})) removeUser(store, user.uuid)
    for (const area of allAreas) area.removeAccount?.(store, uuid)
  })
}

function refuseWhileInUse(store: Store, uuid: string): void {
  const children = store.collection(accounts).find({where: {parent_uuid: uuid}})
  if (children.length > 0) {
    const names = children.map((child) => `${child.name} (${child.uuid})`)
    throw conflict('The account has child accounts. Delete them first.', names)
  }
  const {total} = store.numbers.provisioned({account_uuid: uuid}, {offset: 0, limit: 1})
  if (total > 0) throw conflict(`The account has ${total} phone numbers. Release them first.`)
}
