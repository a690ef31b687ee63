import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {listWhole} from '../lists.ts'
import {announceCampaignStates, expectCampaignStates} from '../pubsub/review-events.ts'
import {conflict, notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {brands, brandStatus} from '../ten-dlc/brands.ts'
import {readCampaign} from '../ten-dlc/campaign-fields.ts'
import {assignNumbers, deleteCampaign, unassignNumbers} from '../ten-dlc/campaign-numbers.ts'
import {rejectionOf} from '../ten-dlc/campaign-review.ts'
import {
  type Campaign,
  campaignReply,
  campaigns as campaignRecords,
  campaignStatus,
  nextCampaignId,
} from '../ten-dlc/campaigns.ts'
import {type RegistryUseCase, useCasesOf} from '../../lib/tendlc/registry-use-cases.ts'

type AccountRequest = FastifyRequest<{Params: {account: string}}>
type CampaignRequest = FastifyRequest<{Params: {account: string; campaign: string}}>

const mostCampaigns = 100
const onePath = '/sms/10dlc/customers/:account/campaigns/:campaign'

/** The SMS service: 10DLC campaigns and the numbers in them. */
export function tenDlcCampaigns(app: FastifyInstance, sandbox: Sandbox): void {
  const {store, clock} = sandbox
  const campaigns = store.collection(campaignRecords)
  const reply = (campaign: Campaign) => campaignReply(store, campaign, clock.now())
  const mustFind = (request: CampaignRequest) => mustFindCampaign(sandbox, request)
  const file = (campaign: Campaign) => {
    expectCampaignStates(sandbox, campaign)
    return reply(campaigns.put(campaign))
  }
  announceCampaignStates(sandbox)

  app.get('/sms/10dlc/customers/:account/campaigns', (request: AccountRequest) => {
    const {uuid} = request.caller.mustSee(request.params.account)
    return listWhole(request, campaigns.find({where: {account_uuid: uuid}}).map(reply))
  })

  app.post('/sms/10dlc/customers/:account/campaigns', (request: AccountRequest) =>
    store.transaction(() => {
      const account_uuid = request.params.account
      const fields = readCampaign(request, useCasesOfVerifiedBrand(sandbox, request))
      if (campaigns.count({where: {account_uuid}}) >= mostCampaigns) {
        throw conflict(`A brand has at most ${mostCampaigns} campaigns.`)
      }
      return file({campaign_id: nextCampaignId(store), account_uuid, ...fields, submitted_at: clock.now()})
    }),
  )

  app.get(onePath, (request: CampaignRequest) => reply(mustFind(request)))

  app.put(onePath, (request: CampaignRequest) =>
    store.transaction(() => {
      const {campaign_id, account_uuid} = mustBeResubmittable(mustFind(request), clock.now())
      const fields = readCampaign(request, useCasesOfVerifiedBrand(sandbox, request))
      return file({campaign_id, account_uuid, ...fields, submitted_at: clock.now()})
    }),
  )

  /** Finds a campaign, changes it or its numbers, and answers: nothing can happen to it in between. */
  const changing =
    (change: (sandbox: Sandbox, request: FastifyRequest, campaign: Campaign) => void) => (request: CampaignRequest) =>
      store.transaction(() => {
        const campaign = mustFind(request)
        change(sandbox, request, campaign)
        return reply(campaign)
      })

  app.post(`${onePath}/numbers/assign`, changing(assignNumbers))
  app.post(`${onePath}/numbers/unassign`, changing(unassignNumbers))

  app.delete(onePath, (request: CampaignRequest) =>
    store.transaction(() => {
      deleteCampaign(sandbox, mustFind(request))
      return {status: 'success'}
    }),
  )
}

function mustFindCampaign({store}: Sandbox, {caller, params}: CampaignRequest): Campaign {
  const {uuid} = caller.mustSee(params.account)
  const campaign = store.collection(campaignRecords).get(params.campaign)
  if (campaign?.account_uuid !== uuid) throw notFound(`Campaign ${params.campaign}`)
  return campaign
}

function useCasesOfVerifiedBrand(
  {store, clock}: Sandbox,
  {caller, params}: AccountRequest,
): readonly RegistryUseCase[] {
  const brand = store.collection(brands).get(caller.mustSee(params.account).uuid)
  if (!brand) throw conflict('The account has no brand: register it first.')
  const status = brandStatus(brand, clock.now())
  if (status !== 'VERIFIED') throw conflict(`The brand is ${status}: it can have campaigns when it is VERIFIED.`)
  return useCasesOf(brand.organization_type)
}

function mustBeResubmittable(campaign: Campaign, now: number): Campaign {
  const rejection = campaignStatus(campaign, now) === 'REJECTED' ? rejectionOf(campaign) : undefined
  if (rejection?.resubmittable === false) {
    throw conflict(`Campaign ${campaign.campaign_id} was rejected for good. ${rejection.message}`)
  }
  return campaign
}
