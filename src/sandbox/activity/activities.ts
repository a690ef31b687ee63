import {randomUUID} from 'node:crypto'
import {type Activity} from '../../lib/activity/activity.ts'
import {type JsonObject} from '../../lib/client/wire.ts'
import {type CollectionSpec} from '../collection.ts'
import {type Sandbox} from '../sandbox.ts'

export type ActivityRecord = Required<Activity>

export const activities: CollectionSpec<ActivityRecord> = {
  name: 'activities',
  id: 'uuid',
  indexes: ['account_uuid', 'owner_uuid', 'activity_type'],
}

interface Happening {
  /** As in `message.sent`. */
  what: `${string}.${string}`
  owner: string
  account: string
  metadata: JsonObject
}

/** Puts down that something has happened, for lists of activities and reports about them. */
export function recordActivity({store, clock}: Sandbox, {what, owner, account, metadata}: Happening): void {
  const [type = '', subtype = ''] = what.split('.')
  store.collection(activities).put({
    uuid: randomUUID(),
    activity_type: type,
    activity_subtype: subtype,
    owner_uuid: owner,
    account_uuid: account,
    created_datetime: new Date(clock.now()).toISOString(),
    metadata,
  })
}
