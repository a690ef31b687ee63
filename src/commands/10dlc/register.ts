import {collect} from '../../lib/collect.ts'
import {Command} from '../../lib/command.ts'
import {defined} from '../../lib/defined.ts'
import {CliError, usageError} from '../../lib/errors.ts'
import {ExitCode} from '../../lib/exit-code.ts'
import {outcomes, type Shape} from '../../lib/operation/declaration.ts'
import {buildRequest, jsonBody} from '../../lib/operation/request.ts'
import {complete} from '../../lib/operation/values.ts'
import {withRequired, type Values} from '../../lib/parameter.ts'
import {account} from '../../lib/parameters.ts'
import {type Brand, fieldsOfOrganization} from '../../lib/tendlc/brand.ts'
import {listedValues} from '../../lib/tendlc/enumerations.ts'
import {filingParameters, filingValues} from '../../lib/tendlc/filing.ts'
import {type FilingOutcome} from '../../lib/tendlc/filing-outcome.ts'
import {checkSource} from '../../lib/tendlc/lint/lint-before.ts'
import {elementsOf, type Part} from '../../lib/tendlc/lint/rule.ts'
import {type FilingSource} from '../../lib/tendlc/lint/source/filing-source.ts'
import {FilingRun} from '../../lib/tendlc/filing-run.ts'
import {type CampaignStep, mustBeBrandOf, planCampaigns, type Standing} from '../../lib/tendlc/registration-plan.ts'
import {confirmFiling, showFiling} from '../../lib/tendlc/registration.ts'
import {repliesFor} from '../../lib/tendlc/replies.ts'
import {shellWord} from '../../lib/shell-quote.ts'
import {waitFor} from '../../lib/wait.ts'
import {numbersOfAccount} from '../numbers/list.ts'
import {waitAsked} from '../../lib/waiting/wait-flag.ts'
import getBrand from './brands/get.ts'
import {brandOf, registerBrand} from './brands/register.ts'
import listUseCases from './brands/usecases.ts'
import assignNumbers from './campaigns/assign.ts'
import getCampaign from './campaigns/get.ts'
import listCampaigns from './campaigns/list.ts'
import {registerCampaign} from './campaigns/register.ts'
import listEnumerations from './enums.ts'

type BrandValues = Values<typeof registerBrand.shape.parameters>
type CampaignValues = Values<typeof registerCampaign.shape.parameters>

const parameters = {
  account_uuid: account({in: 'local'}),
  ...withRequired(filingParameters, ['from_file']),
}

export default class Register extends Command {
  static override readonly shape = {
    summary: 'Register a whole filing: the brand, its campaigns and their numbers',
    description:
      'Takes a file with “brand:”, “campaign:” or “campaigns:”, and “numbers:” in each campaign. All of it is checked first, as ' +
      '“10dlc lint” does and against what the account has. Then what is not there yet is registered: run it again, and it goes ' +
      'on where it stands. Campaigns wait for the brand to be verified, numbers for their campaign to be active; --wait waits ' +
      'with them, until each is decided or, with a state, until campaigns are in it, as long as --timeout says.',
    parameters,
    effect: {changes: 'register what is not there yet of this filing for account', billable: true},
    reply: outcomes<FilingOutcome>({
      columns: ['part', 'name', 'outcome', 'campaign_id', 'message'],
      id: 'campaign_id',
      noun: 'parts',
    }),
    dryRun: true,
    waits: getCampaign.shape.course!.states,
    examples: [
      ['A brand and its first campaign', '--from-file filing.yaml --account 3e14fcef-ef5b-5d57-924f-338d593acfee'],
    ],
  } satisfies Shape<typeof parameters, FilingOutcome>
  static override readonly calls = [
    registerBrand,
    getBrand,
    registerCampaign,
    getCampaign,
    listCampaigns,
    listUseCases,
    listEnumerations,
    assignNumbers,
    numbersOfAccount,
  ]

  async run(): Promise<void> {
    const {account_uuid, from_file, lint} = await this.values(Register.shape)
    const {readSource} = await import('../../lib/tendlc/lint/source/read-source.ts')
    const source = await readSource(from_file, this.console.input, '--from-file')
    const [filing, ...more] = source.filings
    if (filing === undefined || more.length > 0) {
      throw usageError(`${source.file} holds ${source.filings.length} filings.`, {hint: 'Register them one at a time.'})
    }
    const standing = await this.standing(
      account_uuid,
      filing.campaigns.some(({fields}) => fields['numbers'] !== undefined),
    )
    if (lint) await this.lint(source, standing)
    const brand = filing.brand && (await this.brandValues(filing.brand, account_uuid, source.file))
    mustBeBrandOf(standing, brand)
    const owner = standing.brand ?? brand
    if (owner === undefined) {
      throw usageError(`${source.file} has no “brand:”, and the account has no brand.`, {code: 'missing-value'})
    }
    const wanted = await Promise.all(
      filing.campaigns.map((part) => this.campaignValues(part, owner, {account_uuid, file: source.file})),
    )
    const steps = planCampaigns(standing, wanted)
    if (this.flags['dry-run'] === true) return this.showRequests(standing.brand ? undefined : brand, steps)
    const isDone = standing.brand !== undefined && steps.every(({present, numbers}) => present && numbers.length === 0)
    if (!isDone) {
      await this.show(standing.brand ? undefined : brand, steps)
      await confirmFiling(() => this.confirm(Register.shape.effect, [account_uuid]))
    }
    const again = `commsctl 10dlc register --from-file ${shellWord(from_file)} --account ${account_uuid}`
    await this.carryOut({standing, brand, steps, again})
  }

  /** What the account has already. */
  private async standing(account_uuid: string, hasNumbers: boolean): Promise<Standing> {
    const brand = await brandOf(this, account_uuid)
    const [campaigns, numbers] = await Promise.all([
      brand === undefined ? [] : collect(this.all(listCampaigns, {account_uuid})),
      hasNumbers ? collect(this.all(numbersOfAccount, {account_uuid})) : [],
    ])
    return {
      account_uuid,
      brand,
      campaigns,
      numbers: new Map(numbers.map(({number, campaign_id}) => [number, campaign_id])),
    }
  }

  private async lint(source: FilingSource, {account_uuid, brand}: Standing): Promise<void> {
    const [useCases, enumerations] = await Promise.all([
      brand && collect(this.all(listUseCases, {account_uuid})),
      this.call(listEnumerations, {}),
    ])
    await checkSource(source, {brand, useCases, enumerations}, this.console)
  }

  private async brandValues({path, fields}: Part, account_uuid: string, source: string): Promise<BrandValues> {
    const {parameters: all} = registerBrand.shape
    const given = await filingValues(fields, {path, source}, all, this.console.input)
    const needed = withRequired(all, fieldsOfOrganization(given['organization_type'] as string | undefined))
    const values = (await complete(needed, {...given, account_uuid}, this.sources)) as BrandValues
    return {...values, ...(await listedValues(values, () => this.call(listEnumerations, {})))}
  }

  private async campaignValues(
    {path, fields}: Part,
    brand: Pick<Brand, 'brand_name' | 'phone_number' | 'website'>,
    {account_uuid, file}: {account_uuid: string; file: string},
  ): Promise<{values: CampaignValues; numbers: string[]}> {
    const {input} = this.console
    const given = await filingValues(fields, {path, source: file}, registerCampaign.shape.parameters, input)
    const values = await complete(registerCampaign.shape.parameters, {...given, account_uuid}, this.sources)
    const {toE164} = await import('../../lib/numbers/phone-number.ts')
    const numbers = elementsOf(fields, 'numbers').map(({field, text}) => toE164(text, `${file}: ${path}.${field}`))
    return {values: {...repliesFor(brand), ...defined(values)} as CampaignValues, numbers: [...new Set(numbers)]}
  }

  /** A file is whole, or it is wrong: nobody is asked for what it lacks. */
  private get sources() {
    return {...this.console.valueSources(), ask: undefined}
  }

  /** Shows what is to go, whole: texts that were left out are there, too. */
  private async show(brand: BrandValues | undefined, steps: readonly CampaignStep<CampaignValues>[]): Promise<void> {
    if (brand !== undefined) await showFiling('brand', jsonBody(buildRequest(registerBrand.shape, brand)), this.console)
    for (const {values, present} of steps) {
      if (present !== undefined) continue
      await showFiling('campaign', jsonBody(buildRequest(registerCampaign.shape, values)), this.console)
    }
  }

  private async showRequests(
    brand: BrandValues | undefined,
    steps: readonly CampaignStep<CampaignValues>[],
  ): Promise<void> {
    if (brand !== undefined) await this.showRequest(registerBrand, brand)
    for (const {values, present, numbers} of steps) {
      if (present === undefined) await this.showRequest(registerCampaign, values)
      if (numbers.length === 0) continue
      const campaign_id = present?.campaign_id ?? 'CAMPAIGN'
      await this.showRequest(assignNumbers, {account_uuid: values.account_uuid, campaign_id, tns: numbers})
    }
  }

  /** Does what is left to do and prints what became of each part. Throws for what was refused, and with `wait` for what still waits. */
  private async carryOut({
    standing: {account_uuid, brand: present},
    brand,
    steps,
    again,
  }: {
    standing: Standing
    brand: BrandValues | undefined
    steps: readonly CampaignStep<CampaignValues>[]
    /** What goes on where it stands. */
    again: string
  }): Promise<void> {
    const asked = waitAsked(this.flags, Register.shape)
    const run = new FilingRun<CampaignValues>({
      brand: present,
      registerBrand: () => this.call(registerBrand, brand!),
      readBrand: () => this.call(getBrand, {account_uuid}),
      registerCampaign: (values) => this.call(registerCampaign, values),
      readCampaign: (campaign_id) => this.call(getCampaign, {account_uuid, campaign_id}),
      assign: (campaign_id, tns) => this.call(assignNumbers, {account_uuid, campaign_id, tns: [...tns]}),
      waitFor: (what, look) => (asked === undefined ? look() : waitFor(what, look, this.console)),
      waits: asked !== undefined,
      wanted: asked?.wanted,
    })
    const {reply} = Register.shape
    await this.console.printer.rows(run.outcomes(steps), {...reply, idField: reply.id})
    if (run.refused > 0) {
      throw new CliError(`Refused: ${parts(run.refused)} of the filing.`, {
        code: 'registration-refused',
        exit: ExitCode.Refused,
        hint: 'The message of each says why; “commsctl 10dlc explain CODE” says what to change.',
      })
    }
    if (run.waiting === 0) return
    if (asked === undefined) {
      return this.console.note(
        `Waiting for a decision: ${parts(run.waiting)}. Run the same command again: it goes on where it stands.`,
      )
    }
    throw new CliError(`Still waiting for a decision: ${parts(run.waiting)}.`, {
      code: 'pending',
      exit: ExitCode.Pending,
      hint: `Go on waiting: ${again} --wait${asked.wanted === undefined ? '' : ` ${asked.wanted}`}`,
    })
  }
}

function parts(count: number): string {
  return count === 1 ? '1 part' : `${count} parts`
}
