import {Command} from '../../../lib/command.ts'
import {CliError} from '../../../lib/errors.ts'
import {ExitCode} from '../../../lib/exit-code.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {buildRequest, jsonBody} from '../../../lib/operation/request.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {account} from '../../../lib/parameters.ts'
import {collect} from '../../../lib/collect.ts'
import {askWithChoices} from '../../../lib/tendlc/ask-with-choices.ts'
import {type Brand} from '../../../lib/tendlc/brand.ts'
import {type Campaign, campaignColumns, samplesOf} from '../../../lib/tendlc/campaign.ts'
import {registrationParameters} from '../../../lib/tendlc/campaign-parameters.ts'
import {filingParameters, readFiling} from '../../../lib/tendlc/filing.ts'
import {showFiling, waitForDecision} from '../../../lib/tendlc/registration.ts'
import {registrationState} from '../../../lib/tendlc/registration-state.ts'
import {repliesFor} from '../../../lib/tendlc/replies.ts'
import getBrand from '../brands/get.ts'
import listUseCases from '../brands/usecases.ts'
import getCampaign from './get.ts'
import listCampaigns from './list.ts'

export const registerCampaign = operation({
  operation: 'Campaigns.createCampaign',
  summary: 'Register a 10DLC campaign under an account’s brand',
  request: 'POST /sms/10dlc/customers/{account_uuid}/campaigns',
  parameters: {account_uuid: account(), ...registrationParameters},
  effect: {changes: 'register this campaign for account', billable: true},
  reply: object<Campaign>({columns: campaignColumns, id: 'campaign_id'}),
  examples: [],
  /** The same text twice is the same filing. */
  async settle(caller, values) {
    const campaigns = await collect(caller.all(listCampaigns, {account_uuid: values.account_uuid}))
    const same = campaigns.find(
      (campaign) =>
        campaign.description === values.description &&
        campaign.usecase_id === values.usecase_id &&
        samplesOf(campaign).join('\n') === (values.sample_messages ?? []).join('\n'),
    )
    return same === undefined ? {done: false} : {done: true, reply: same}
  },
})

export default class Register extends Command {
  static override readonly shape = {
    ...registerCampaign.shape,
    description:
      'Asks for what is missing, or takes flags, or a file with “campaign:” and the wire’s field names. Replies to opting in, opting out and HELP that you leave out are written from the brand, since the platform’s own default texts are rejected. The whole filing is shown before it goes: each submission costs money.',
    parameters: {...registerCampaign.shape.parameters, ...filingParameters},
    examples: [
      [
        'From flags',
        '--display-name Reminders --usecase CUSTOMER_CARE --description "Sunrise Dental sends its patients reminders of appointments that they have made." --message-flow "Patients tick a box of its own on the form at https://sunrise.example/sms, which says how often we write, that message and data rates may apply, and how to use STOP and HELP." --sample-message "Sunrise Dental: see you on Tuesday at 9. Reply STOP to cancel." --sample-message "Sunrise Dental: your visit on Friday is confirmed. Reply STOP to cancel."',
      ],
    ],
  } as const
  static override readonly calls = [registerCampaign, getCampaign, getBrand, listUseCases, listCampaigns]

  async run(): Promise<void> {
    const {console} = this
    const values = await this.filing()
    if (this.flags['dry-run'] === true) return this.showRequest(registerCampaign, values)
    const {account_uuid} = values
    await showFiling('campaign', jsonBody(buildRequest(registerCampaign.shape, values)), console)
    await this.confirm(Register.shape.effect, [account_uuid])
    const registered = await this.call(registerCampaign, values)
    const {campaign_id} = registered
    const again = `commsctl 10dlc campaigns get ${campaign_id} --account ${account_uuid}`
    const read = () => this.call(getCampaign, {account_uuid, campaign_id})
    if (values.wait !== true) return printReply(registerCampaign.shape.reply, registered, console)
    const {shown, problem} = await waitForDecision(`Campaign ${campaign_id}`, read, again, console)
    await printReply(registerCampaign.shape.reply, shown, console)
    if (problem) throw problem
  }

  /** The fields from flags, file and prompts; what carriers look for and nobody gave comes from the brand. */
  private async filing() {
    const {console} = this
    const file = this.flags['from-file'] as string | undefined
    const given = file === undefined ? {} : await readFiling(file, 'campaign', registrationParameters, console.input)
    const sources = {...console.valueSources(), given}
    if (sources.ask) sources.ask = askWithChoices(console, sources.ask, (name) => this.choices(name))
    const values = await this.values(Register.shape, sources)
    const brand = await this.verifiedBrand(values.account_uuid)
    const replies = repliesFor(brand)
    return {
      ...values,
      opt_in_message: values.opt_in_message ?? replies.opt_in_message,
      opt_out_message: values.opt_out_message ?? replies.opt_out_message,
      help_message: values.help_message ?? replies.help_message,
    }
  }

  /** The brand that the campaign is for. Throws where it cannot have campaigns yet: a filing would be refused, and cost. */
  private async verifiedBrand(account_uuid: string): Promise<Brand> {
    const brand = await this.call(getBrand, {account_uuid})
    const state = registrationState(brand.status)
    if (state === 'done' || state === 'unknown') return brand
    throw new CliError(`The brand ${brand.brand_name} is ${brand.status}: only a verified brand can have campaigns.`, {
      code: 'brand-not-verified',
      exit: ExitCode.Refused,
      hint: `See where it stands: commsctl 10dlc brands get --account ${account_uuid}`,
      retryable: state === 'pending',
    })
  }

  private async choices(name: string): Promise<string[] | undefined> {
    if (name !== 'usecase_id') return undefined
    const account_uuid = (await this.console.valueSources().fallback('account')) ?? ''
    return (await collect(this.all(listUseCases, {account_uuid}))).map(({id}) => id)
  }
}
