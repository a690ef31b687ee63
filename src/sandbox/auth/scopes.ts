import {tableOf} from '../collection.ts'
import {groupMembers, userGroups} from '../records.ts'
import {type Store} from '../store.ts'
import {permissions, roleGrants, roles, type ScopeType} from './records.ts'

/** What a user holds a permission over. */
export interface Scopes {
  /** Accounts; with each of them, all below it. */
  accounts: string[]
  resources: string[]
}

const specs = [groupMembers, userGroups, roleGrants, roles, permissions]

/**
 * The order of the joins is fixed, so that each step is a look-up in an index. An index of an expression is used only where
 * it is compared with another expression: a column would bring its affinity along.
 */
export const grantsSql = `
  SELECT json_extract(granted.body, '$.scope_type') AS type, json_extract(granted.body, '$.scope_uuid') AS uuid
  FROM ${tableOf(groupMembers.name)} AS membership
  CROSS JOIN ${tableOf(roleGrants.name)} AS granted
    ON json_extract(granted.body, '$.group_uuid') = json_extract(membership.body, '$.group_uuid')
  CROSS JOIN ${tableOf(userGroups.name)} AS team ON team.id = json_extract(membership.body, '$.group_uuid')
  CROSS JOIN ${tableOf(roles.name)} AS role ON role.id = json_extract(granted.body, '$.role_uuid')
  WHERE json_extract(membership.body, '$.user_uuid') = ?
    AND json_extract(team.body, '$.status') = 'Active'
    AND json_extract(role.body, '$.status') = 'Active'
    AND EXISTS (
      SELECT 1 FROM json_each(role.body, '$.permissions') AS held WHERE held.value IN (
        SELECT id FROM ${tableOf(permissions.name)}
        WHERE json_extract(body, '$.resource_type') = ?
          AND json_extract(body, '$.action') = ?
          AND json_extract(body, '$.allowed') IS NOT FALSE))`

/** What the user holds the permission over: that of the active roles of their active groups. */
export function scopesOf(store: Store, userUuid: string, resourceType: string, action: string): Scopes {
  store.prepare(specs)
  const grants = store.db.rows<{type: ScopeType; uuid: string}>(grantsSql, [userUuid, resourceType, action])
  const ofType = (wanted: ScopeType) => grants.filter(({type}) => type === wanted).map(({uuid}) => uuid)
  return {accounts: ofType('account'), resources: ofType('resource')}
}
