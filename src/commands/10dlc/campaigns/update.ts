import {defined} from '../../../lib/defined.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {buildRequest, jsonBody} from '../../../lib/operation/request.ts'
import {procedure} from '../../../lib/operation/procedure.ts'
import {usageError} from '../../../lib/errors.ts'
import {account, text} from '../../../lib/parameters.ts'
import {type Brand} from '../../../lib/tendlc/brand.ts'
import {type Campaign, campaignColumns, ofCampaign, samplesOf} from '../../../lib/tendlc/campaign.ts'
import {campaignParameters} from '../../../lib/tendlc/campaign-parameters.ts'
import {fieldsWithPlatformTexts} from '../../../lib/tendlc/platform-texts.ts'
import {confirmFiling, showFiling} from '../../../lib/tendlc/registration.ts'
import {repliesFor} from '../../../lib/tendlc/replies.ts'
import getBrand from '../brands/get.ts'
import getCampaign from './get.ts'

export const updateCampaign = operation({
  operation: 'Campaigns.updateCampaign',
  summary: 'Change a campaign, which registers it anew',
  request: 'PUT /sms/10dlc/customers/{account_uuid}/campaigns/{campaign_id}',
  parameters: {
    account_uuid: account(),
    campaign_id: text('CAMPAIGN', 'campaign to change'),
    ...campaignParameters,
  },
  effect: {changes: 'register anew campaign', billable: true},
  reply: object<Campaign>({columns: campaignColumns, id: 'campaign_id'}),
  followed: {command: '10dlc campaigns get', call: getCampaign, values: ofCampaign},
  examples: [],
})

export default procedure({
  ...updateCampaign.shape,
  description:
    'The platform replaces all fields of a campaign. What you leave out is sent as it is now, never as the platform’s default texts. New sample messages replace all old ones.',
  examples: [
    [
      'A better description',
      'CPROMO1 --description "Sunrise Dental tells patients who asked for it about open appointments and prices."',
    ],
  ],
  calls: [updateCampaign, getCampaign, getBrand],
  check(values) {
    if (Object.keys(campaignParameters).some((name) => values[name as keyof typeof values] !== undefined)) return
    throw usageError('Nothing is to be changed.', {hint: 'Give at least one field, such as --description.'})
  },
  async prepare(caller, values) {
    const {account_uuid, campaign_id} = values
    const current = await caller.call(getCampaign, {account_uuid, campaign_id})
    const typed = defined(values)
    const brand = () => caller.call(getBrand, {account_uuid})
    return {...(await fieldsOf(current, typed, brand)), ...typed} as typeof values
  },
  requests: (whole) => [[updateCampaign, whole]],
  async ask(whole, console, confirm) {
    await showFiling('campaign', jsonBody(buildRequest(updateCampaign.shape, whole)), console)
    await confirmFiling(confirm)
  },
  perform: (caller, whole) => caller.call(updateCampaign, whole),
})

/**
 * What of a campaign can be sent again, by parameter name. In place of the platform's own default texts come replies from the
 * brand; how people opt in only the user knows.
 */
async function fieldsOf(campaign: Campaign, typed: object, brand: () => Promise<Brand>): Promise<object> {
  const names = Object.keys(campaignParameters).filter((name) => name !== 'sample_messages')
  const fields = Object.fromEntries(names.map((name) => [name, campaign[name as keyof Campaign] ?? undefined]))
  const whole = {...fields, sample_messages: samplesOf(campaign)}
  const replaced = fieldsWithPlatformTexts(fields).filter((name) => !(name in typed))
  if (replaced.length === 0) return whole
  if (replaced.includes('message_flow')) {
    throw usageError('How people opt in is the platform’s own default text, which carriers reject.', {
      code: 'platform-text',
      hint: 'Say how they do with --message-flow.',
    })
  }
  const replies = repliesFor(await brand())
  return {...whole, ...Object.fromEntries(Object.entries(replies).filter(([name]) => replaced.includes(name)))}
}
