import {Command} from '../../../lib/command.ts'
import {CliError} from '../../../lib/errors.ts'
import {ExitCode} from '../../../lib/exit-code.ts'
import {operation} from '../../../lib/operation.ts'
import {type Caller, object} from '../../../lib/operation/declaration.ts'
import {buildRequest, jsonBody} from '../../../lib/operation/request.ts'
import {printOutcome} from '../../../lib/operation/run.ts'
import {complete, type ValueSources} from '../../../lib/operation/values.ts'
import {withRequired} from '../../../lib/parameter.ts'
import {account, email, phoneNumber, text, url} from '../../../lib/parameters.ts'
import {once} from '../../../lib/once.ts'
import {askWithChoices} from '../../../lib/tendlc/ask-with-choices.ts'
import {type Brand, brandColumns, fieldsOfOrganization} from '../../../lib/tendlc/brand.ts'
import {brandChoices, type Enumerations, type Listed, listedIn, listedValues} from '../../../lib/tendlc/enumerations.ts'
import {filingParameters, readFiling} from '../../../lib/tendlc/filing.ts'
import {lintBefore} from '../../../lib/tendlc/lint/lint-before.ts'
import {confirmFiling, showFiling} from '../../../lib/tendlc/registration.ts'
import listEnumerations from '../enums.ts'
import getBrand from './get.ts'

/** The brand of an account; undefined when there is none. */
export async function brandOf(caller: Caller, account_uuid: string): Promise<Brand | undefined> {
  try {
    return await caller.call(getBrand, {account_uuid})
  } catch (error) {
    if (error instanceof CliError && error.exit === ExitCode.NotFound) return undefined
    throw error
  }
}

export const registerBrand = operation({
  operation: 'Campaigns.createBrand',
  summary: 'Register a 10DLC brand for an account',
  request: 'POST /sms/10dlc/customers',
  parameters: {
    legal_name: text('--legal-name', 'name as the tax office has it, suffix included', {required: true}),
    brand_name: text('--brand-name', 'name that people know', {required: true}),
    organization_type: text('--organization-type', 'kind of organisation, as “10dlc enums” lists them', {
      required: true,
    }),
    registration_country: text('--registration-country', 'country of registration', {default: 'US'}),
    e_i_n: text('--ein', 'tax id, such as 12-3456789'),
    e_i_n_country: text('--ein-country', 'country of the tax id', {default: 'US'}),
    alt_business_id_type: text('--alt-business-id-type', 'kind of another business id: DUNS, GIIN or LEI'),
    alt_business_id: text('--alt-business-id', 'the other business id', {needs: ['alt_business_id_type']}),
    vertical: text('--vertical', 'line of business, as “10dlc enums” lists them', {required: true}),
    address: text('--address', 'street address, no PO box', {required: true}),
    city: text('--city', 'city', {required: true}),
    state: text('--state', 'two letters, such as FL', {required: true}),
    postal_code: text('--postal-code', 'postal code', {required: true}),
    website: url('--website', 'website that is online', {required: true}),
    stock_symbol: text('--stock-symbol', 'ticker of a public company'),
    stock_exchange: text('--stock-exchange', 'exchange of a public company, as “10dlc enums” lists them'),
    email_address: email('--email-address', 'address for support', {required: true}),
    business_contact_email: email('--business-contact-email', 'contact of a public company, on its own domain'),
    phone_number: phoneNumber('--phone-number', 'telephone number', {required: true}),
    first_name: text('--first-name', 'first name of the contact'),
    last_name: text('--last-name', 'last name of the contact'),
    account_uuid: account(),
  },
  effect: {changes: 'register this brand for account', billable: true},
  reply: object<Brand>({columns: brandColumns, id: 'account_uuid'}),
  followed: {command: '10dlc brands get', call: getBrand, values: ({account_uuid}) => ({account_uuid})},
  examples: [],
  /** There is one brand per account. */
  async settle(caller, values) {
    const brand = await brandOf(caller, values.account_uuid)
    return brand?.legal_name === values.legal_name ? {done: true, reply: brand} : {done: false}
  },
})

export default class Register extends Command {
  static override readonly shape = {
    ...registerBrand.shape,
    description:
      'Asks for what is missing, or takes flags, or a file with “brand:” and the wire’s field names. The whole filing is checked as “10dlc lint” does, and shown before it goes: each submission costs money.',
    parameters: {...registerBrand.shape.parameters, ...filingParameters},
    examples: [
      [
        'From flags',
        '--account 3e14fcef-ef5b-5d57-924f-338d593acfee --legal-name "Acme Dental LLC" --brand-name "Acme Dental" --organization-type PRIVATE_PROFIT --ein 12-3456789 --vertical HEALTHCARE --address "1 Main St" --city Sarasota --state FL --postal-code 34236 --website https://acmedental.example --email-address office@acmedental.example --phone-number "+1 941 234 0001"',
      ],
    ],
  } as const
  static override readonly calls = [registerBrand, getBrand, listEnumerations]

  async run(): Promise<void> {
    const {console} = this
    const values = await this.filing()
    const body = jsonBody(buildRequest(registerBrand.shape, values))
    const check = () => lintBefore('brand', {brand: body}, values.lint, console)
    if (this.flags['dry-run'] === true) {
      await check()
      return this.showRequest(registerBrand, values)
    }
    const {account_uuid} = values
    await showFiling('brand', body, console)
    await check()
    await confirmFiling(() => this.confirm(Register.shape.effect, [account_uuid]))
    const reply = await this.call(registerBrand, values)
    await printOutcome(registerBrand.shape, {values, reply}, {flags: this.flags, caller: this, console})
  }

  /** The fields from flags, file and prompts, with the platform's own values as it writes them. */
  private async filing() {
    const {console} = this
    const {parameters} = registerBrand.shape
    const file = this.flags['from-file'] as string | undefined
    const given = file === undefined ? {} : await readFiling(file, 'brand', parameters, console.input)
    const known: Listed = {...given, ...listedIn(this.flags)}
    const enumerations = once(() => this.call(listEnumerations, {}))
    const sources = {...console.valueSources(), given}
    if (sources.ask) {
      const ready = once(() => this.beforeAsking(sources, known, enumerations))
      sources.ask = askWithChoices(console, sources.ask, (name) => ready().then(() => brandChoices(name, enumerations)))
    }
    const needed = (type?: string) => withRequired(Register.shape.parameters, fieldsOfOrganization(type))
    const first = await this.values({...Register.shape, parameters: needed(known.organization_type)}, sources)
    const values = (await complete(needed(first.organization_type), first, sources)) as typeof first
    return {...values, ...(await listedValues(values, enumerations))}
  }

  /** Before somebody types a whole filing: may there be one, and are the values good that were given? */
  private async beforeAsking(
    sources: Partial<ValueSources>,
    known: Listed,
    enumerations: () => Promise<Enumerations>,
  ): Promise<void> {
    await listedValues(known, enumerations)
    const {account_uuid} = await this.values({...Register.shape, parameters: {account_uuid: account()}}, sources)
    const brand = await brandOf(this, account_uuid)
    if (brand === undefined) return
    throw new CliError(`The account has a brand already: ${brand.brand_name}.`, {
      code: 'already-registered',
      exit: ExitCode.Refused,
      hint: `Look at it: commsctl 10dlc brands get --account ${account_uuid}`,
    })
  }
}
