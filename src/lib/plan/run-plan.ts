import {mayBeDone} from '../client/ambiguous.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {certainAfterMs} from '../journal/certain-after.ts'
import {Slots} from '../batch/slots.ts'
import {type ApplyJournal} from './apply-journal.ts'
import {type Action, type Change} from './change.ts'
import {type Applying, type Existing, type Planning, type Wanted} from './kind.ts'
import {isUuid} from './is-uuid.ts'
import {named} from './named.ts'
import {keysIn, nameOf, type Step} from './steps.ts'

/** What became of one thing of a step. */
export interface StepOutcome {
  action: Action
  kind: string
  name: string
  id: string | null
  outcome: 'done' | 'refused' | 'failed' | 'unknown' | 'waiting' | 'not sent'
  message: string | null
}

export interface RunOptions {
  applying: Planning
  journal: ApplyJournal
  /** Puts the secrets in their places. */
  secrets: (wanted: Wanted) => Promise<Wanted>
  signal: AbortSignal
}

const concurrency = 8

interface Result {
  key: string
  id: string | null
  outcome: StepOutcome['outcome']
  message: string | null
  error?: CliError
}

/** Carries steps out, side by side where none needs the other. */
export class PlanRun {
  readonly errors: CliError[] = []
  readonly counts: Record<StepOutcome['outcome'], number> = {
    ...{done: 0, refused: 0, failed: 0, unknown: 0, waiting: 0},
    'not sent': 0,
  }
  readonly #results = new Map<Step, Promise<Result[]>>()
  readonly #slots = new Slots(concurrency)
  /** Ids of what was made here, by section and key. */
  readonly #made = new Map<string, string>()
  readonly #claimed = new Set<string>()
  #stop: CliError | undefined

  constructor(private readonly options: RunOptions) {}

  /** Whether all was done that was started. */
  get isComplete(): boolean {
    return Object.entries(this.counts).every(([outcome, count]) => outcome === 'done' || count === 0)
  }

  /** What becomes of each thing, in the order of the steps. */
  async *outcomes(steps: readonly Step[]): AsyncGenerator<StepOutcome> {
    for (const step of steps) void this.#start(step).catch(() => undefined)
    for (const step of steps) {
      for (const {key, id, outcome, message, error} of await this.#start(step)) {
        this.counts[outcome] += 1
        if (error !== undefined) this.errors.push(error)
        yield {action: step.action, kind: step.kind.section, name: key, id, outcome, message}
      }
    }
  }

  #start(step: Step): Promise<Result[]> {
    const begun = this.#results.get(step) ?? this.#whenReady(step)
    this.#results.set(step, begun)
    return begun
  }

  async #whenReady(step: Step): Promise<Result[]> {
    for (const need of step.needs) {
      const results = await this.#start(need)
      const left = results.find(({outcome}) => outcome !== 'done')
      if (left === undefined) continue
      const outcome = left.outcome === 'waiting' ? 'waiting' : 'not sent'
      return this.#all(step, outcome, `${need.kind.noun} ${left.key} comes first: ${left.outcome}`)
    }
    return this.#slots.run(async () => {
      try {
        const waiting = await this.#waiting(step)
        if (waiting !== undefined) return this.#all(step, 'waiting', waiting)
        if (this.#stop !== undefined) return this.#all(step, 'not sent', this.#stop.message)
        if (this.options.signal.aborted) return this.#all(step, 'not sent', null)
        return await this.#do(step)
      } catch (error) {
        return this.#failed(step.changes, error)
      }
    })
  }

  /** Why it cannot be done yet: what it refers to is under review, or the same was sent a moment ago. */
  async #waiting({kind, action, changes, fields}: Step): Promise<string | undefined> {
    if (action === 'release') return undefined
    const isMade = action !== 'change'
    const recent = changes.some((change) => {
      const at = this.options.journal.sentAt(nameOf(change))
      return isMade && kind.once !== true && at !== undefined && Date.now() - at < certainAfterMs
    })
    if (recent) return 'It was sent a moment ago and may still come: apply again in a minute.'
    const [change] = changes
    for (const [field, section] of Object.entries(kind.refers ?? {})) {
      if (!fields.has(field)) continue
      for (const key of keysIn(change?.wanted?.fields[field])) {
        const reason = await this.#kindOf(section)?.waiting?.(this.#applying, await this.#idOf(section, key))
        if (reason !== undefined) return reason
      }
    }
    for (const section of (isMade && kind.after) || []) {
      const other = this.#kindOf(section)
      if (other?.waiting === undefined) continue
      const reason = await other.waiting(this.#applying, '')
      if (reason !== undefined) return reason
    }
    return undefined
  }

  async #do(step: Step): Promise<Result[]> {
    const {kind, changes, action} = step
    if (action === 'release') return this.#release(changes)
    if (action === 'change') return this.#change(step, changes)
    if (action === 'replace') {
      const released = await this.#release(changes)
      if (released.some(({outcome}) => outcome !== 'done')) return released
    }
    const given = await Promise.all(changes.map(({wanted}) => this.options.secrets(wanted!)))
    const wanted = (await kind.choose?.(this.#applying, given)) ?? given
    return this.#create(changes, wanted)
  }

  async #create(changes: readonly Change[], wanted: readonly Wanted[]): Promise<Result[]> {
    const {kind} = changes[0]!
    return this.#sent(
      changes,
      wanted.map(({key}) => key),
      async () => {
        const ids = await kind.create!(this.#applying, wanted)
        changes.forEach((change, at) => this.#made.set(nameOf(change), ids[at]!))
        return ids
      },
      (at) => this.#create([changes[at]!], [wanted[at]!]),
    )
  }

  #change(step: Step, changes: readonly Change[]): Promise<Result[]> {
    const {kind, fields} = step
    return this.#sent(
      changes,
      changes.map(({key}) => key),
      async () => {
        const changing = changes.map(async (change) => {
          const wanted = await this.options.secrets(change.wanted!)
          const differing = change.differences.filter(({field}) => fields.has(field))
          const set = Object.fromEntries(differing.map(({field}) => [field, wanted.fields[field]!]))
          return {existing: change.existing ?? this.#asMade(change), changes: set, wanted}
        })
        const all = await Promise.all(changing)
        await kind.change!(this.#applying, all)
        return all.map(({existing}) => existing.id)
      },
      (at) => this.#change(step, [changes[at]!]),
    )
  }

  #release(changes: readonly Change[]): Promise<Result[]> {
    const {kind} = changes[0]!
    const existing = changes.map((change) => change.existing!)
    return this.#sent(
      changes,
      changes.map(({key}) => key),
      async () => {
        await kind.remove!(this.#applying, existing)
        return existing.map(({id}) => id)
      },
      (at) => this.#release([changes[at]!]),
    )
  }

  /** Puts down what is sent and what came of it. Where several are refused together, each has its own turn. */
  async #sent(
    changes: readonly Change[],
    keys: readonly string[],
    work: () => Promise<string[]>,
    alone: (at: number) => Promise<Result[]>,
  ): Promise<Result[]> {
    const {journal} = this.options
    const names = keys.map((key) => `${changes[0]!.kind.section} ${key}`)
    await journal.sent(names)
    try {
      const ids = await work()
      await journal.settled(names)
      return keys.map((key, at) => ({key, id: ids[at] ?? null, outcome: 'done', message: null}))
    } catch (error) {
      if (!mayBeDone(error)) await journal.settled(names)
      if (isRefusal(error) && changes.length > 1) {
        const results: Result[] = []
        for (const at of changes.keys()) results.push(...(await alone(at)))
        return results
      }
      return this.#failed(changes, error)
    }
  }

  /** What was made in this run, as it is then. */
  #asMade(change: Change): Existing {
    const id = this.#made.get(nameOf(change))!
    return {key: change.key, id, fields: {}}
  }

  #all({changes}: Step, outcome: Result['outcome'], message: string | null): Result[] {
    return changes.map(({key}) => ({key, id: null, outcome, message}))
  }

  #failed(changes: readonly Change[], error: unknown): Result[] {
    if (!(error instanceof CliError)) throw error
    if (endsAll(error)) this.#stop ??= error
    const undone = error.exit === ExitCode.Interrupted ? 'not sent' : isRefusal(error) ? 'refused' : 'failed'
    const outcome = mayBeDone(error) ? 'unknown' : undone
    const message = [error.message, ...error.details].join(' ')
    return changes.map(({key}) => ({key, id: null, outcome, message, error}))
  }

  get #applying(): Applying {
    const {applying, journal} = this.options
    return {
      account: applying.account,
      claimed: this.#claimed,
      existing: (section) => applying.existing(section),
      call: (operation, inputs) => applying.call(operation, inputs),
      all: (operation, inputs) => applying.all(operation, inputs),
      kindOf: (section) => applying.kindOf(section),
      placesOf: (section) => applying.placesOf(section),
      idOf: (section, key) => this.#idOf(section, key),
      unsettled: (section) => journal.unsettled(section),
    }
  }

  #kindOf(section: string) {
    return this.options.applying.kindOf(section)
  }

  async #idOf(section: string, key: string): Promise<string> {
    const made = this.#made.get(`${section} ${key}`)
    if (made !== undefined) return made
    const existing = await this.options.applying.existing(section)
    const found = existing.find(({id}) => id === key)?.id ?? named(existing).get(key)?.[0]?.id
    if (found === undefined && !isUuid(key)) throw new TypeError(`The plan has no ${section} ${key}.`)
    return found ?? key
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof CliError && (error.exit === ExitCode.Refused || error.exit === ExitCode.NotFound)
}

/** Whether all others would fail in the same way. */
function endsAll({exit}: CliError): boolean {
  return exit === ExitCode.NotAuthenticated || exit === ExitCode.Interrupted
}
