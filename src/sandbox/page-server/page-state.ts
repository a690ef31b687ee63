import {readOutbox} from '../outbox.ts'
import {type Account, accounts, identities} from '../records.ts'
import {type Sandbox} from '../sandbox.ts'
import {brandReply, brands} from '../ten-dlc/brands.ts'
import {campaignReply, campaigns} from '../ten-dlc/campaigns.ts'

/** Of what there may be millions. */
const shownAtMost = 200

/** All that the page shows but for the requests. */
export function pageState(sandbox: Sandbox) {
  const {clock, faults, store} = sandbox
  return {
    clock: clock.state(),
    accounts: accountTree(sandbox),
    numbers: {
      ...store.numbers.counts(),
      items: store.numbers.provisioned({}, {offset: 0, limit: shownAtMost}).items,
    },
    brands: store
      .collection(brands)
      .find()
      .map((brand) => brandReply(brand, clock.now())),
    campaigns: campaignRows(sandbox),
    outbox: outboxRows(sandbox),
    faults: faults.list(),
  }
}

/** Each account after its parent, with how deep it is. */
function accountTree({store}: Sandbox) {
  const all = store.collection(accounts).find()
  const users = store.collection(identities)
  const below = (parent: string | undefined, depth: number): (Account & {depth: number; users: number})[] =>
    all
      .filter(({parent_uuid}) => parent_uuid === parent)
      .flatMap((account) => [
        {...account, depth, users: users.count({where: {account_uuid: account.uuid}})},
        ...below(account.uuid, depth + 1),
      ])
  return below(undefined, 0)
}

function campaignRows({store, clock}: Sandbox) {
  return store
    .collection(campaigns)
    .find()
    .map((campaign) => campaignReply(store, campaign, clock.now()))
    .map(({campaign_id, display_name, usecase_id, status, tns, rejection}) => ({
      campaign_id,
      display_name,
      usecase_id,
      status,
      numbers: tns.length,
      rejection: rejection && `${rejection.code}: ${rejection.message}`,
    }))
}

/** Here, what a message holds may be seen: it is how people get at codes that were sent to them. */
function outboxRows({store}: Sandbox) {
  return readOutbox(store)
    .slice(0, shownAtMost)
    .map(({uuid, datetime, channel, from, to, subject, content, secret}) => ({
      uuid,
      sent_at: datetime,
      channel,
      from,
      to: to.join(', '),
      text: [subject, ...content.map(({body}) => body), secret].filter(Boolean).join(' — '),
    }))
}
