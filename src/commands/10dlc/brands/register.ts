import {Command} from '../../../lib/command.ts'
import {CliError} from '../../../lib/errors.ts'
import {ExitCode} from '../../../lib/exit-code.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {buildRequest, jsonBody} from '../../../lib/operation/request.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {complete} from '../../../lib/operation/values.ts'
import {withRequired} from '../../../lib/parameter.ts'
import {account, email, phoneNumber, text, url} from '../../../lib/parameters.ts'
import {once} from '../../../lib/once.ts'
import {askWithChoices} from '../../../lib/tendlc/ask-with-choices.ts'
import {type Brand, brandColumns, fieldsOfOrganization} from '../../../lib/tendlc/brand.ts'
import {brandChoices, checkEnumerations} from '../../../lib/tendlc/enumerations.ts'
import {filingParameters, readFiling} from '../../../lib/tendlc/filing.ts'
import {showFiling, waitForDecision} from '../../../lib/tendlc/registration.ts'
import listEnumerations from '../enums.ts'
import getBrand from './get.ts'

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
  examples: [],
  /** There is one brand per account. */
  async settle(caller, values) {
    try {
      const brand = await caller.call(getBrand, {account_uuid: values.account_uuid})
      return brand.legal_name === values.legal_name ? {done: true, reply: brand} : {done: false}
    } catch (error) {
      if (error instanceof CliError && error.exit === ExitCode.NotFound) return {done: false}
      throw error
    }
  },
})

export default class Register extends Command {
  static override readonly shape = {
    ...registerBrand.shape,
    description:
      'Asks for what is missing, or takes flags, or a file with “brand:” and the wire’s field names. The whole filing is shown before it goes: each submission costs money.',
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
    if (this.flags['dry-run'] === true) return this.showRequest(registerBrand, values)
    await showFiling('brand', jsonBody(buildRequest(registerBrand.shape, values)), console)
    await this.confirm(Register.shape.effect, [values.account_uuid])
    const {account_uuid} = values
    const registered = await this.call(registerBrand, values)
    const again = `commsctl 10dlc brands get --account ${account_uuid}`
    const read = () => this.call(getBrand, {account_uuid})
    if (values.wait !== true) return printReply(registerBrand.shape.reply, registered, console)
    const {shown, problem} = await waitForDecision(`brand ${values.brand_name}`, read, again, console)
    await printReply(registerBrand.shape.reply, shown, console)
    if (problem) throw problem
  }
  /** The fields from flags, file and prompts, checked against the platform's enumerations. */
  private async filing() {
    const {console} = this
    const {parameters} = registerBrand.shape
    const file = this.flags['from-file'] as string | undefined
    const given = file === undefined ? {} : await readFiling(file, 'brand', parameters, console.input)
    const enumerations = once(() => this.call(listEnumerations, {}))
    const sources = {...console.valueSources(), given}
    if (sources.ask) sources.ask = askWithChoices(console, sources.ask, (name) => brandChoices(name, enumerations))
    const values = await this.values(Register.shape, sources)
    const needed = withRequired(parameters, fieldsOfOrganization(values.organization_type))
    const whole = {...values, ...((await complete(needed, values, sources)) as typeof values)}
    checkEnumerations(whole, await enumerations().catch(() => undefined))
    return whole
  }
}
