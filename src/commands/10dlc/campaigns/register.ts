import {Command} from '../../../lib/command.ts'
import {CliError} from '../../../lib/errors.ts'
import {ExitCode} from '../../../lib/exit-code.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {buildRequest, jsonBody} from '../../../lib/operation/request.ts'
import {printOutcome} from '../../../lib/operation/run.ts'
import {complete, type ValueSources} from '../../../lib/operation/values.ts'
import {withRequired} from '../../../lib/parameter.ts'
import {account} from '../../../lib/parameters.ts'
import {collect} from '../../../lib/collect.ts'
import {defined} from '../../../lib/defined.ts'
import {once} from '../../../lib/once.ts'
import {type Brand} from '../../../lib/tendlc/brand.ts'
import {type Campaign, campaignColumns, isSameCampaign, ofCampaign} from '../../../lib/tendlc/campaign.ts'
import {registrationParameters} from '../../../lib/tendlc/campaign-parameters.ts'
import {CampaignQuestions} from '../../../lib/tendlc/campaign-questions.ts'
import {filingParameters, readFiling} from '../../../lib/tendlc/filing.ts'
import {confirmFiling, showFiling} from '../../../lib/tendlc/registration.ts'
import {lintBefore} from '../../../lib/tendlc/lint/lint-before.ts'
import {registrationState} from '../../../lib/tendlc/registration-state.ts'
import {repliesFor} from '../../../lib/tendlc/replies.ts'
import {checkedPurposes, subUseCaseBounds} from '../../../lib/tendlc/use-case.ts'
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
  followed: {command: '10dlc campaigns get', call: getCampaign, values: ofCampaign},
  examples: [],
  /** The same text twice is the same filing. */
  async settle(caller, values) {
    const campaigns = await collect(caller.all(listCampaigns, {account_uuid: values.account_uuid}))
    const same = campaigns.find((campaign) => isSameCampaign(values, campaign))
    return same === undefined ? {done: false} : {done: true, reply: same}
  },
})

export default class Register extends Command {
  static override readonly shape = {
    ...registerCampaign.shape,
    description:
      'Asks for what is missing, or takes flags, or a file with “campaign:” and the wire’s field names. Replies to opting in, opting out and HELP that you leave out are written from the brand, since the platform’s own default texts are rejected. The whole filing is checked as “10dlc lint” does, and shown before it goes: each submission costs money.',
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
    const {values, brand, useCases} = await this.filing()
    const body = jsonBody(buildRequest(registerCampaign.shape, values))
    const check = () => lintBefore('campaign', {campaign: body, brand, useCases}, values.lint, console)
    if (this.flags['dry-run'] === true) {
      await check()
      return this.showRequest(registerCampaign, values)
    }
    const {account_uuid} = values
    await showFiling('campaign', body, console)
    await check()
    await confirmFiling(() => this.confirm(Register.shape.effect, [account_uuid]))
    const reply = await this.call(registerCampaign, values)
    await printOutcome(registerCampaign.shape, {values, reply}, {flags: this.flags, caller: this, console})
  }

  /** The fields from flags, file and prompts; what carriers look for and nobody gave comes from the brand. */
  private async filing() {
    const {console} = this
    const file = this.flags['from-file'] as string | undefined
    const given = file === undefined ? {} : await readFiling(file, 'campaign', registrationParameters, console.input)
    const sources: ValueSources = {...console.valueSources(), given}
    const scope = once(async () => {
      const {account_uuid} = await this.values({...Register.shape, parameters: {account_uuid: account()}}, sources)
      return {account_uuid, brand: await this.verifiedBrand(account_uuid)}
    })
    const useCases = once(async () => collect(this.all(listUseCases, {account_uuid: (await scope()).account_uuid})))
    const questions =
      sources.ask &&
      new CampaignQuestions({console, ask: sources.ask, brand: async () => (await scope()).brand, useCases})
    sources.ask = questions?.ask
    const first = await this.values(Register.shape, sources)
    const {brand} = await scope()
    const known = await useCases().catch(() => undefined)
    const needsSubs = known !== undefined && subUseCaseBounds(first.usecase_id, known).min > 0
    const needed = withRequired(Register.shape.parameters, needsSubs ? ['sub_usecase_ids'] : [])
    const ask = questions?.askSubUseCases(first.usecase_id)
    const values = (await complete(needed, first, {...sources, ask})) as typeof first
    const whole = {
      ...repliesFor(brand),
      ...defined(values),
      ...(known !== undefined && checkedPurposes(values, known)),
      ...(await questions?.rest(values, values.sample_messages)),
    } as typeof values
    return {values: whole, brand, useCases: known}
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
}
