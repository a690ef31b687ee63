import {edgesOf} from './account-tree.ts'
import {removeApplicationGroups} from './auth/applications.ts'
import {removeRolesOf} from './auth/roles.ts'
import {removeChannelsOf} from './chat/channels.ts'
import {removeBans} from './entitlements/products.ts'
import {removeForms} from './forms/forms.ts'
import {mfaPolicies} from './mfa.ts'
import {objects} from './objects/objects.ts'
import {policyChoices} from './password-policies.ts'
import {customApplications, customSubscriptions, subscriptions} from './pubsub/records.ts'
import {accounts, identities, oauthClients, relationships} from './records.ts'
import {conflict} from './refusal.ts'
import {removeResources} from './resources/resources.ts'
import {type Store} from './store.ts'
import {brands} from './ten-dlc/brands.ts'
import {campaigns} from './ten-dlc/campaigns.ts'
import {groups, instances, templates} from './workflows/records.ts'
import {removeGroups} from './user-groups.ts'
import {removeUser} from './users.ts'

/** Removes an account with its users, groups, roles, OAuth clients and filings. Throws a 409 while it has child accounts or phone numbers. */
export function removeAccount(store: Store, uuid: string): void {
  store.transaction(() => {
    refuseWhileInUse(store, uuid)
    for (const user of store.collection(identities).find({where: {account_uuid: uuid}})) removeUser(store, user.uuid)
    for (const edge of store.collection(relationships).find(edgesOf(uuid))) {
      store.collection(relationships).delete(edge.uuid)
    }
    removeChannelsOf(store, uuid)
    removeGroups(store, uuid)
    removeRolesOf(store, uuid)
    removeForms(store, uuid)
    removeResources(store, uuid)
    removeBans(store, uuid)
    store.collection(objects).deleteWhere({account_uuid: uuid})
    const clients = store.collection(oauthClients).find({where: {account_uuid: uuid}})
    removeApplicationGroups(
      store,
      clients.map((client) => client.uuid),
    )
    store.collection(oauthClients).deleteWhere({account_uuid: uuid})
    store.collection(subscriptions).deleteWhere({account_uuid: uuid})
    store.collection(customSubscriptions).deleteWhere({account_uuid: uuid})
    store.collection(customApplications).deleteWhere({account_uuid: uuid})
    store.collection(templates).deleteWhere({account_uuid: uuid})
    store.collection(instances).deleteWhere({account_uuid: uuid})
    store.collection(groups).deleteWhere({account_uuid: uuid})
    store.collection(campaigns).deleteWhere({account_uuid: uuid})
    store.collection(brands).deleteWhere({account_uuid: uuid})
    store.collection(policyChoices).delete(uuid)
    store.collection(mfaPolicies).delete(uuid)
    store.collection(accounts).delete(uuid)
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
