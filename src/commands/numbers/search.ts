import {collect} from '../../lib/collect.ts'
import {CliError, usageError} from '../../lib/errors.ts'
import {ExitCode} from '../../lib/exit-code.ts'
import {Command} from '../../lib/command.ts'
import {type NumberOutcome} from '../../lib/numbers/number-outcome.ts'
import {operation} from '../../lib/operation.ts'
import {type Declaration, list, type Reply} from '../../lib/operation/declaration.ts'
import {runOperation} from '../../lib/operation/run.ts'
import {integer, text, uuid} from '../../lib/parameters.ts'
import getNumber from './get.ts'
import provisionNumbers from './provision.ts'

export const searchNumbers = operation({
  operation: 'Numbers.listAvailableNumbers',
  summary: 'Find numbers that can be provisioned',
  request: 'GET /sms/number/available/dids',
  parameters: {
    qty: integer('--quantity', 'how many to find', {default: 5, min: 1}),
    tier: integer('--tier', 'price tier, 1 to 4', {default: 1, min: 1, max: 4}),
    npa: integer('--area-code', 'area code', {min: 200, max: 999}),
    ratecenter: text('--rate-center', 'as “numbers rate-centers” names it'),
    network: text('--network', 'carrier network, such as VI'),
    state: text('--state', 'two letters, such as FL'),
  },
  reply: list<string>({columns: [{path: 'value', header: 'NUMBER'}], id: 'value', noun: 'numbers', paging: 'none'}),
  examples: [],
})

export default class Search extends Command {
  static override readonly shape = {
    ...searchNumbers.shape,
    parameters: {
      ...searchNumbers.shape.parameters,
      provision: integer('--provision', 'provision the first N found', {in: 'local', min: 1, valueName: 'N'}),
      // Looked up only to provision: a search needs no account, and should not wait for one.
      account_uuid: uuid('--account', 'account to act on; the profile’s if left out', {in: 'local'}),
    },
    effect: provisionNumbers.shape.effect,
    reply: searchNumbers.shape.reply as Reply<string | NumberOutcome>,
    examples: [
      ['Three numbers in area code 941', '--area-code 941 --quantity 3'],
      ['In a rate centre', '--state FL --rate-center SARASOTA'],
      ['Find and provision two', '--area-code 941 --provision 2'],
    ],
  } as const
  static override readonly calls = [searchNumbers, provisionNumbers, getNumber]

  async run(): Promise<void> {
    const {provision, account_uuid, ...query} = await this.values(Search.shape)
    if (provision === undefined) return runOperation(searchNumbers.shape, query, this.flags, this.console)
    const wanted = {...query, qty: Math.max(query.qty, provision)}
    if (this.flags['dry-run'] === true) return this.showRequest(searchNumbers, wanted, [provisionNumbers])
    const numbers = (await collect(this.all(searchNumbers, wanted))).slice(0, provision)
    if (numbers.length < provision) {
      throw new CliError(`Only ${numbers.length} of ${provision} numbers were found; nothing was provisioned.`, {
        code: 'too-few-numbers',
        exit: ExitCode.NotFound,
        hint: 'Search wider: another --area-code, --rate-center or --tier.',
      })
    }
    const account = account_uuid ?? (await this.console.valueSources().fallback('account'))
    if (account === undefined) throw usageError('Missing --account.', {code: 'missing-value'})
    const {startList} = await import('../../lib/batch/start-batch.ts')
    const {flags, console} = this
    const shape = provisionNumbers.shape as unknown as Declaration
    await startList({command: 'numbers provision', shape, constants: {account_uuid: account}, flags, console}, numbers)
  }
}
