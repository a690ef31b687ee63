import {systemClock} from '../../lib/client/clock.ts'
import {collect} from '../../lib/collect.ts'
import {Command} from '../../lib/command.ts'
import {CliError, usageError} from '../../lib/errors.ts'
import {ExitCode} from '../../lib/exit-code.ts'
import {outcomes, type Shape} from '../../lib/operation/declaration.ts'
import {boolean, uuids} from '../../lib/parameters.ts'
import {isPending, type RegistrationStatus, statusRows, unreadable} from '../../lib/tendlc/status.ts'
import listAccounts from '../accounts/list.ts'
import {numbersOfAccount} from '../numbers/list.ts'
import getBrand from './brands/get.ts'
import {brandOf} from './brands/register.ts'
import listCampaigns from './campaigns/list.ts'

const parameters = {
  accounts: uuids('--account', 'account to look at; the profile’s if left out (repeat for more)', {in: 'local'}),
  all: boolean('--all', 'look at every account you may see', {in: 'local', excludes: ['accounts']}),
  watch: boolean('--watch', 'go on until all is decided, and tell what changes', {in: 'local'}),
}

/** So many accounts are looked at side by side. */
const atOnce = 6
const firstPauseMs = 250
const longestPauseMs = 15_000

export default class Status extends Command {
  static override readonly shape = {
    summary: 'Show where brands, campaigns and numbers stand, and what blocks each',
    description:
      'The throughput class is what the platform tells of it. --watch shows a row again when it changes. Of several accounts, ' +
      'one that cannot be read is a row that says why; the rest is shown, with exit 9.',
    parameters,
    reply: outcomes<RegistrationStatus>({
      columns: ['part', 'name', 'campaign_id', 'status', 'numbers', 'throughput_class', 'blocked_by'],
      id: 'campaign_id',
      noun: 'registrations',
    }),
    examples: [
      ['Of your account', ''],
      [
        'Of all accounts, what is blocked',
        '--all --jq ".[] | select(.blocked_by) | [.account_uuid, .name, .blocked_by]"',
      ],
    ],
  } satisfies Shape<typeof parameters, RegistrationStatus>
  static override readonly calls = [getBrand, listCampaigns, numbersOfAccount, listAccounts]

  /** Those that could not be read, with the reason. */
  private readonly unread = new Map<string, CliError>()

  async run(): Promise<void> {
    const {accounts, all, watch} = await this.values(Status.shape)
    const chosen = all === true ? (await collect(this.all(listAccounts, {}))).map(({uuid}) => uuid) : accounts
    const wanted = chosen ?? [await this.profileAccount()]
    const {printer} = this.console
    const {reply} = Status.shape
    const columns = wanted.length > 1 ? ['account_uuid', ...reply.columns] : reply.columns
    const view = {...reply, columns, idField: reply.id}
    if (watch === true && printer.format === 'table') {
      for await (const changed of this.changes(wanted)) await printer.rows(changed, view)
    } else {
      await printer.rows(watch === true ? flat(this.changes(wanted)) : await this.rowsOf(wanted), view)
    }
    const [error] = this.unread.values()
    if (error !== undefined) throw partly(this.unread.size, wanted.length, error)
  }

  private async profileAccount(): Promise<string> {
    const account = await this.console.valueSources().fallback('account')
    if (account !== undefined) return account
    throw usageError('Missing --account.', {code: 'missing-value', hint: 'Give --account, or --all.'})
  }

  /** All rows, and from then on those that have changed, until none waits for a decision. */
  private async *changes(accounts: readonly string[]): AsyncIterable<RegistrationStatus[]> {
    let before: ReadonlySet<string> = new Set()
    for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
      const rows = await this.rowsOf(accounts)
      const seen = before
      const changed = rows.filter((row) => !seen.has(JSON.stringify(row)))
      if (changed.length > 0) yield changed
      if (!rows.some(isPending)) return
      before = new Set(rows.map((row) => JSON.stringify(row)))
      await systemClock.delay(pause, this.console.signal)
    }
  }

  private async rowsOf(accounts: readonly string[]): Promise<RegistrationStatus[]> {
    const rows: RegistrationStatus[] = []
    for (let at = 0; at < accounts.length; at += atOnce) {
      const chunk = accounts.slice(at, at + atOnce).map((account) => this.rowsOrReason(account, accounts.length))
      rows.push(...(await Promise.all(chunk)).flat())
    }
    return rows
  }

  /** Of one among several, why it cannot be read stands in its place. */
  private async rowsOrReason(account: string, among: number): Promise<RegistrationStatus[]> {
    try {
      const rows = await this.rowsOfOne(account)
      this.unread.delete(account)
      return rows
    } catch (error) {
      if (among === 1 || !(error instanceof CliError) || endsAll.has(error.exit)) throw error
      this.unread.set(account, error)
      return [unreadable(account, error.message)]
    }
  }

  private async rowsOfOne(account_uuid: string): Promise<RegistrationStatus[]> {
    const [brand, numbers] = await Promise.all([
      brandOf(this, account_uuid),
      collect(this.all(numbersOfAccount, {account_uuid})),
    ])
    const campaigns = brand === undefined ? [] : await collect(this.all(listCampaigns, {account_uuid}))
    return statusRows(account_uuid, brand, campaigns, numbers)
  }
}

/** What would be so for every other account. */
const endsAll: ReadonlySet<ExitCode> = new Set([ExitCode.Interrupted, ExitCode.NotAuthenticated])

function partly(count: number, total: number, cause: CliError): CliError {
  return new CliError(`${count} of ${total} accounts could not be read.`, {
    code: 'partly-failed',
    exit: ExitCode.PartlyFailed,
    hint: 'The rows of the part “account” say why.',
    traceId: cause.traceId,
    retryable: cause.retryable,
    cause,
  })
}

async function* flat<T>(groups: AsyncIterable<T[]>): AsyncIterable<T> {
  for await (const group of groups) yield* group
}
