import {randomBytes} from 'node:crypto'
import {userInfo} from 'node:os'
import {maskJson} from '../client/masking.ts'
import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {fileFault} from '../file-faults.ts'
import {subject} from '../operation/confirm.ts'
import {type Declaration, type Undo} from '../operation/declaration.ts'
import {AppendLog} from './append-log.ts'

/** An action as the ledger's first line about it has it. */
export interface Action {
  id: string
  at: string
  /** Of this machine. */
  by: string
  user: string | null
  profile: string | null
  api_host: string
  account: string | null
  command: string
  operation: string
  /** In words: what was changed, and what it was done to. */
  what: string
  values: JsonObject
  cost: number | null
  trace_id: string
  job: string | null
  /** The entry that this one undoes. */
  undoes: string | null
}

/** What became of an action: the second line about it. */
export interface Ending {
  id: string
  outcome: 'done' | 'not done'
  undo?: Undo
}

/** Who acts, and with what. */
export interface LedgerContext {
  file: string
  command: string
  profile: string | null
  api_host: string
  /** What is known of the token's user; null where nothing is. */
  user: () => Promise<string | null>
  traceId: string
}

interface Belonging {
  command: string
  job?: string | null
  price?: (operation: string) => number | null
  undoes?: string | null
}

/** Puts down what costs money, cannot be undone, cuts people off, or can be undone: before it is done, and what came of it. */
export class Ledger {
  #log: Promise<AppendLog> | undefined
  /** What one thing costs that an operation makes, where somebody has said it. */
  #price: (operation: string) => number | null = () => null
  #job: string | null = null
  #undoes: string | null = null
  #command: string

  constructor(private readonly context: LedgerContext) {
    this.#command = context.command
  }

  /** What is done from here on belongs to a batch, or undoes what was done before. */
  belongTo({command, job = null, price = () => null, undoes = null}: Belonging): void {
    this.#command = command
    this.#job = job
    this.#price = price
    this.#undoes = undoes
  }

  /** Throws when it cannot be written: then nothing is done either. */
  async begin(declaration: Declaration, values: Readonly<Record<string, unknown>>): Promise<string> {
    const {profile, api_host, traceId} = this.context
    const id = randomBytes(4).toString('hex')
    const {effect, each, operation} = declaration
    const price = effect?.billable === true ? this.#price(operation) : null
    const count = each === undefined ? 1 : [values[each.parameter]].flat().length
    const action: Action = {
      ...{id, at: new Date().toISOString(), by: userInfo().username, user: await this.context.user()},
      ...{profile, api_host, account: textOf(values['account_uuid']), command: this.#command, operation},
      what: `${effect!.changes} ${subject(declaration, values).join(', ')}`.trim(),
      values: shownValues(declaration, values),
      cost: price === null ? null : price * count,
      ...{trace_id: traceId, job: this.#job, undoes: this.#undoes},
    }
    await this.#append(action as unknown as JsonValue, effect!.billable === true || effect!.destructive === true)
    return id
  }

  async end(ending: Ending): Promise<void> {
    // It is done: that it cannot be put down is no reason to call it failed.
    await this.#append(ending as unknown as JsonValue, false).catch(() => undefined)
  }

  async close(): Promise<void> {
    await (await this.#log?.catch(() => undefined))?.close()
  }

  async #append(record: JsonValue, sync: boolean): Promise<void> {
    try {
      this.#log ??= AppendLog.open(this.context.file)
      await (await this.#log).append(record, {sync})
    } catch (error) {
      throw new CliError(`The ledger ${this.context.file} cannot be written: ${fileFault(error)}.`, {
        code: 'unwritable-ledger',
        exit: ExitCode.Usage,
        hint: 'Nothing was sent. Make room, or make the file one that you may write to.',
        cause: error,
      })
    }
  }
}

/** The call's values but for its secrets. */
function shownValues({parameters}: Declaration, values: Readonly<Record<string, unknown>>): JsonObject {
  const open = Object.entries(values).filter(
    ([name, value]) => value !== undefined && parameters[name]?.kind !== 'secret',
  )
  return maskJson(Object.fromEntries(open) as JsonObject) as JsonObject
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
