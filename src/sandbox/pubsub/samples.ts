import {type EventName, type Service} from '../../lib/pubsub/platform-events.ts'
import {messages} from '../messaging/messages.ts'
import {provisionedNumber} from '../provisioned-numbers.ts'
import {accounts, identities} from '../records.ts'
import {type Sandbox} from '../sandbox.ts'
import {firedData} from '../scheduler/fire.ts'
import {firings, scheduledEvents} from '../scheduler/records.ts'
import {type Store} from '../store.ts'
import {brandReply, brands} from '../ten-dlc/brands.ts'
import {campaignReply, campaigns} from '../ten-dlc/campaigns.ts'
import {finishedData} from '../workflows/instances.ts'
import {instances} from '../workflows/records.ts'

/** Whom an event is to be about. */
export interface Concerned {
  account_uuid: string
  user_uuid: string
}

type Sample = (sandbox: Sandbox, concerned: Concerned) => object | undefined

type Samples = {readonly [S in Service]: Readonly<Record<EventName<S>, Sample>>}

const message =
  (status: string): Sample =>
  ({store}, {account_uuid}) => {
    const all = store.collection(messages).find({where: {account_uuid}})
    return all.findLast((one) => one.status === status) ?? all.at(-1)
  }

const number: Sample = ({store}, {account_uuid}) => {
  const [first] = store.numbers.provisioned({account_uuid}, {offset: 0, limit: 1}).items
  return first && provisionedNumber(first)
}

const user: Sample = ({store}, {user_uuid}) => store.collection(identities).get(user_uuid)

const account: Sample = ({store}, {account_uuid}) => store.collection(accounts).get(account_uuid)

const lastOf = <Item>(items: readonly Item[], show: (item: Item) => object): object | undefined => {
  const last = items.at(-1)
  return last === undefined ? undefined : show(last)
}

/** What each event tells, of what is in the sandbox: undefined where there is nothing of the kind. */
export const samples: Samples = {
  messaging: {
    conversation_message_sent: message('sent'),
    conversation_message_received: message('received'),
    conversation_message_blocked: message('blocked'),
  },
  sms: {
    number_provisioned: number,
    number_released: number,
    brand_state_changed: ({store, clock}, {account_uuid}) =>
      lastOf(store.collection(brands).find({where: {account_uuid}}), (brand) => brandReply(brand, clock.now())),
    campaign_state_changed: ({store, clock}, {account_uuid}) =>
      lastOf(store.collection(campaigns).find({where: {account_uuid}}), (campaign) =>
        campaignReply(store, campaign, clock.now()),
      ),
  },
  identity: {identity_created: user, identity_changed: user, identity_deleted: user, identity_property_change: user},
  account: {
    account_created: account,
    account_changed: account,
    account_suspended: account,
    account_reinstated: account,
    account_deleted: account,
  },
  scheduler: {event_fired: ({store}, {account_uuid}) => fired(store, account_uuid)},
  workflow: {
    workflow_finished: ({store}, {account_uuid}) =>
      lastOf(
        store
          .collection(instances)
          .find({where: {account_uuid}})
          .filter(({ended_at}) => ended_at !== null),
        finishedData,
      ),
  },
}

function fired(store: Store, account_uuid: string): object | undefined {
  const all = store.collection(scheduledEvents).find({where: {account_uuid}})
  const pairs = all.flatMap((event) =>
    store
      .collection(firings)
      .find({where: {event_uuid: event.uuid}})
      .map((firing) => ({event, firing})),
  )
  return lastOf(pairs, ({event, firing}) => firedData(event, firing))
}
