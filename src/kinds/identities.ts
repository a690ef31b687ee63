import createIdentity from '../commands/identities/create.ts'
import deleteIdentity from '../commands/identities/delete.ts'
import {identitiesOfAccount} from '../commands/identities/list.ts'
import updateIdentity from '../commands/identities/update.ts'
import {collect} from '../lib/collect.ts'
import {identityFields, newIdentityFields} from '../lib/identities/identity-fields.ts'
import {type Kind} from '../lib/plan/kind.ts'
import {setFields} from '../lib/plan/parameter-fields.ts'
import {secretReference} from '../lib/plan/secret-reference.ts'

/** Users of the account by username. A password is set when one is made. */
export const identities: Kind = {
  section: 'identities',
  noun: 'identity',
  key: 'username',
  id: 'uuid',
  fields: {...newIdentityFields, password: secretReference},
  needed: ['first_name', 'last_name'],
  once: true,
  fixed: ['provider'],
  calls: {create: createIdentity, change: updateIdentity, remove: deleteIdentity},

  async read(planning) {
    const all = await collect(planning.all(identitiesOfAccount, {account_uuid: planning.account}))
    const names = {username: {}, provider: {}, ...identityFields}
    return all.map((one) => ({key: one.username, id: one.uuid, fields: setFields(names, one)}))
  },

  async create(applying, [wanted]) {
    return [(await applying.call(createIdentity, {account_uuid: applying.account, body: wanted!.fields})).uuid]
  },

  async change(applying, [changing]) {
    const {existing, changes} = changing!
    await applying.call(updateIdentity, {user_uuid: existing.id, body: changes})
  },

  async remove(applying, [existing]) {
    await applying.call(deleteIdentity, {user_uuid: existing!.id})
  },
}
