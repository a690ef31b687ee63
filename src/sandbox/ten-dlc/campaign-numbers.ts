import {type FastifyRequest} from 'fastify'
import {type InventoryNumber} from '../number-inventory.ts'
import {eachProblem, readNumbers} from '../phone-numbers.ts'
import {mustBeProvisioned} from '../provisioned-numbers.ts'
import {conflict} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Campaign, campaigns, campaignStatus} from './campaigns.ts'

/** A campaign may have that many numbers unless it pools them. */
const mostNumbers = 49

/**
 * Puts numbers of the account into a campaign, all of them or none; those that are in it already stay. Throws a 409
 * when the campaign is not active or would have too many, and for numbers of another account or campaign. To be called in
 * a transaction, like its neighbours.
 */
export function assignNumbers(sandbox: Sandbox, request: FastifyRequest, campaign: Campaign): void {
  const {store, clock} = sandbox
  const {campaign_id, num_pooling} = campaign
  const wanted = readNumbers(request, 'tns')
  const status = campaignStatus(campaign, clock.now())
  if (status !== 'ACTIVE') throw conflict(`Campaign ${campaign_id} is ${status}: it takes numbers when it is ACTIVE.`)
  mustBeFreeFor(campaign, numbersOf(sandbox, request, campaign, wanted))
  const all = new Set([...store.numbers.ofCampaign(campaign_id), ...wanted])
  if (all.size > mostNumbers && !num_pooling) {
    throw conflict(`Without number pooling a campaign has at most ${mostNumbers} numbers, not ${all.size}.`)
  }
  for (const number of wanted) store.numbers.update(number, {campaign_id})
}

/** Takes numbers out of a campaign, all of them or none; those that are in no campaign stay so. */
export function unassignNumbers(sandbox: Sandbox, request: FastifyRequest, campaign: Campaign): void {
  const wanted = readNumbers(request, 'tns')
  mustBeFreeFor(campaign, numbersOf(sandbox, request, campaign, wanted))
  for (const number of wanted) sandbox.store.numbers.update(number, {campaign_id: null})
}

/** Deletes a campaign; its numbers stay with their account. */
export function deleteCampaign({store}: Sandbox, {campaign_id}: Campaign): void {
  for (const number of store.numbers.ofCampaign(campaign_id)) store.numbers.update(number, {campaign_id: null})
  store.collection(campaigns).delete(campaign_id)
}

/** The numbers, when the campaign's account has them. */
function numbersOf(
  {store}: Sandbox,
  request: FastifyRequest,
  campaign: Campaign,
  wanted: readonly string[],
): InventoryNumber[] {
  const found = mustBeProvisioned(store, request.caller, 'tns', wanted)
  const foreign = eachProblem('tns', found, ({number, account_uuid}) =>
    account_uuid === campaign.account_uuid ? undefined : `${number} is provisioned to account ${account_uuid ?? ''}`,
  )
  if (foreign.length > 0) throw conflict('Some numbers are provisioned to another account.', foreign)
  return found
}

function mustBeFreeFor({campaign_id: own}: Campaign, numbers: readonly InventoryNumber[]): void {
  const elsewhere = eachProblem('tns', numbers, ({number, campaign_id}) =>
    campaign_id === null || campaign_id === own ? undefined : `${number} is in campaign ${campaign_id}`,
  )
  if (elsewhere.length > 0) throw conflict('Some numbers are in another campaign.', elsewhere)
}
