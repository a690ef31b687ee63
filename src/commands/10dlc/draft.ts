import {collect} from '../../lib/collect.ts'
import {type JsonObject} from '../../lib/client/wire.ts'
import {Command} from '../../lib/command.ts'
import {usageError} from '../../lib/errors.ts'
import {object, type Shape} from '../../lib/operation/declaration.ts'
import {printReply} from '../../lib/operation/run.ts'
import {parameter} from '../../lib/parameter.ts'
import {account, text, texts} from '../../lib/parameters.ts'
import {type Brand} from '../../lib/tendlc/brand.ts'
import {draftCampaign, usualPurposes} from '../../lib/tendlc/draft.ts'
import {registeredFields} from '../../lib/tendlc/lint/registered.ts'
import {checkedPurposes, subUseCaseBounds, type UseCase} from '../../lib/tendlc/use-case.ts'
import getBrand from './brands/get.ts'
import listUseCases from './brands/usecases.ts'

const parameters = {
  account_uuid: account({in: 'local', required: false}),
  usecase_id: text('--usecase', 'use case, as “10dlc brands usecases” lists them', {in: 'local', required: true}),
  sub_usecase_ids: texts('--sub-usecase', 'use cases inside MIXED or LOW_VOLUME (repeat for more)', {in: 'local'}),
  from_file: parameter<string, '--from-file', {in: 'local'; valueName: string}>(
    '--from-file',
    'take the brand from this filing; reaches no service',
    {in: 'local', valueName: 'FILE'},
    {kind: 'file', check: (typed) => typed},
  ),
}

/** A filing, as “10dlc register” takes it. */
export interface Draft {
  brand: JsonObject
  campaign: JsonObject
}

export default class DraftCommand extends Command {
  static override readonly shape = {
    summary: 'Write a filing from the brand and a use case',
    description:
      'Texts carry what reviewers look for: the brand, frequency, rates, HELP, STOP and a contact. Only you know whether they ' +
      'are true: read them, change them, and check them with “10dlc lint” before you register. Prints YAML unless told otherwise.',
    parameters,
    reply: object<Draft>({columns: ['brand', 'campaign']}),
    format: 'yaml',
    examples: [
      ['For messages of a customer service', '--usecase CUSTOMER_CARE'],
      ['For several purposes', '--usecase LOW_VOLUME --sub-usecase 2FA --sub-usecase CUSTOMER_CARE'],
      ['For a brand that is not registered yet', '--usecase MARKETING --from-file filing.yaml'],
    ],
  } satisfies Shape<typeof parameters, Draft>
  static override readonly calls = [getBrand, listUseCases]

  async run(): Promise<void> {
    const {account_uuid, usecase_id, sub_usecase_ids, from_file} = await this.values(DraftCommand.shape)
    const {brand, useCases} =
      from_file === undefined ? await this.registered(account_uuid) : await this.inFile(from_file)
    const upper = usecase_id.toUpperCase()
    const {min} = subUseCaseBounds(upper, useCases)
    const subs = sub_usecase_ids ?? usualPurposes.slice(0, min === 0 ? 0 : undefined)
    const purposes = checkedPurposes({usecase_id: upper, sub_usecase_ids: subs}, useCases)
    const campaign = draftCampaign(brand, purposes.usecase_id, purposes.sub_usecase_ids ?? [])
    const draft: Draft = {brand: registeredFields(brand, 'brand'), campaign}
    await printReply(DraftCommand.shape.reply, draft, this.console)
    await this.console.note('Read it before you file it: how people opt in, and the links, only you know.')
  }

  private async registered(typed: string | undefined): Promise<{brand: Brand; useCases: readonly UseCase[]}> {
    const account_uuid = typed ?? (await this.console.valueSources().fallback('account'))
    if (account_uuid === undefined) throw usageError('Missing --account.', {code: 'missing-value'})
    const brand = await this.call(getBrand, {account_uuid})
    return {brand, useCases: await collect(this.all(listUseCases, {account_uuid}))}
  }

  private async inFile(path: string): Promise<{brand: Brand; useCases: readonly UseCase[]}> {
    const {readSource} = await import('../../lib/tendlc/lint/source/read-source.ts')
    const {useCasesOf} = await import('../../lib/tendlc/registry-use-cases.ts')
    const {entityTypes} = await import('../../lib/tendlc/registry-lists.ts')
    const {file, filings} = await readSource(path, this.console.input, '--from-file')
    const brand = filings[0]?.brand?.fields as unknown as Brand | undefined
    if (brand === undefined) throw usageError(`${file} has no “brand:”.`, {code: 'missing-value'})
    const lacking = (['brand_name', 'phone_number', 'website'] as const).find((name) => !brand[name])
    if (lacking !== undefined) throw usageError(`${file}: brand.${lacking} is missing.`, {code: 'missing-value'})
    const type = entityTypes.find((one) => one === brand.organization_type)
    return {brand, useCases: useCasesOf(type ?? 'PRIVATE_PROFIT')}
  }
}
