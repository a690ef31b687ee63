import {accountFields} from '../../lib/accounts/account-fields.ts'
import {identified} from '../account-fields.ts'
import {addParent, edgesOf} from '../account-tree.ts'
import {randomUUID} from 'node:crypto'
import {type Fault, loadable, type Surroundings} from '../loading/loadable.ts'
import {among, id} from '../loading/schemas.ts'
import {type Account, accounts, relationships} from '../records.ts'
import {addDefaultGroups, defaultGroup} from '../user-groups.ts'

const fieldNames = [
  ...(['name', 'number', 'type', 'description', 'status', 'parent_uuid', 'reference', 'address', 'contacts'] as const),
]

/** What of the account service can be loaded. An account gets default groups, and the edge to its parent. */
export const accountCollections = {
  accounts: loadable(accounts, {
    fields: {uuid: id, ...among(accountFields, fieldNames)},
    required: ['name'],
    defaults: {type: 'Customer', description: '', status: 'Active', reference: '', address: {}, contacts: []},
    complete: ({number = randomUUID(), contacts = []}) => ({number, contacts: identified(contacts, contacts)}),
    refers: {parent_uuid: accounts},
    unique: ['number'],
    faultsOf: circles,
    settle({store}, {uuid, parent_uuid}) {
      if (!defaultGroup(store, uuid, 'admin')) addDefaultGroups(store, uuid, () => randomUUID())
      const edges = store.collection(relationships).find(edgesOf(uuid))
      if (parent_uuid !== undefined && !edges.some((edge) => edge.source_uuid === uuid)) {
        addParent(store, uuid, parent_uuid)
      }
    },
  }),
  relationships: loadable(relationships, {
    fields: {uuid: id, type: {enum: ['parent']}, source_uuid: id, target_uuid: id},
    required: ['source_uuid', 'target_uuid'],
    defaults: {type: 'parent'},
    refers: {source_uuid: accounts, target_uuid: accounts},
  }),
}

/** Accounts that are below themselves: whoever climbs the tree would climb for ever. */
function circles(records: readonly Partial<Account>[], {remaining}: Surroundings): Fault[] {
  const known = new Map(remaining(accounts).map(({uuid, parent_uuid}) => [uuid, parent_uuid]))
  for (const {uuid, parent_uuid} of records) if (uuid !== undefined) known.set(uuid, parent_uuid)
  return records.flatMap(({uuid}, index) => {
    const seen = new Set<string>()
    let above = uuid
    while (above !== undefined && !seen.has(above)) {
      seen.add(above)
      above = known.get(above)
    }
    return above === uuid && uuid !== undefined
      ? [{index, field: 'parent_uuid', message: 'leads back to the account itself.'}]
      : []
  })
}
