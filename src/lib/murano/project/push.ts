import {isAmbiguous} from '../../client/ambiguous.ts'
import {CliError} from '../../errors.ts'
import {ExitCode} from '../../exit-code.ts'
import {inWords, isConflict} from '../code/comparison.ts'
import {type Kind} from '../code/item.ts'
import {isNamed} from '../code/layout.ts'
import {type Checkout, type Compared} from './checkout.ts'
import {type Outcome, outcomeOf} from './outcome.ts'
import {type Look, requestWidth} from './remote-items.ts'
import {deleteItem, sendItem} from './send-item.ts'

export interface PushOptions {
  /** Puts what is here in the place of what was changed there. */
  force: boolean
  /** Deletes there what was deleted here. */
  deletes: boolean
}

/**
 * Brings what has changed here, and nothing else, to the service: so many at a time. Right before each of them it looks
 * whether it is still as it was when it was compared, and afterwards reads it back. What somebody else changed there
 * meanwhile ends the push.
 */
export class Push {
  /** What goes there, in order; what is left as it is there, with the reason. */
  readonly steps: Compared[] = []
  readonly left: Outcome[] = []
  /** Why it ended before all was sent. */
  stop: CliError | undefined
  failed = 0
  #seesConflict = false

  constructor(
    private readonly checkout: Checkout,
    private readonly options: PushOptions,
  ) {}

  /** Compares. Throws what has changed on both sides, before anything is done. */
  async plan(kinds: readonly Kind[]): Promise<void> {
    const all = await this.checkout.differences(kinds)
    const conflicts = all.filter(({comparison}) => isConflict(comparison))
    if (conflicts.length > 0 && !this.options.force) throw changedThere(conflicts)
    for (const item of all) {
      const reason = this.#reasonToLeave(item)
      if (reason === undefined) this.steps.push(item)
      else this.left.push(outcomeOf(item, 'left', {message: reason}))
    }
  }

  /** What is deleted there. */
  get deleted(): string[] {
    return this.steps.filter(({local}) => local === undefined).map(({name}) => name)
  }

  planned(): Outcome[] {
    return [...this.steps.map((step) => outcomeOf(step, `to ${verbOf(step)}`)), ...this.left]
  }

  async *outcomes(): AsyncGenerator<Outcome> {
    for (let at = 0; at < this.steps.length; at += requestWidth) {
      yield* await this.#wave(this.steps.slice(at, at + requestWidth))
    }
    yield* this.left
  }

  #reasonToLeave({comparison, local, remote}: Compared): string | undefined {
    if (comparison.here === 'same') return `${inWords(comparison)}; pull brings it`
    if (local !== undefined) return undefined
    const {undeletable} = this.checkout.project.layout.handlers
    if (remote?.handler !== undefined && isNamed(undeletable, remote.handler)) return 'is never deleted'
    return this.options.deletes ? undefined : 'deleted here; --delete deletes it there'
  }

  /** What is read back when all of a wave is written shows more of what others wrote at the same time than right after each. */
  async #wave(steps: readonly Compared[]): Promise<Outcome[]> {
    const before = this.checkout.remote.look()
    const sent = await Promise.all(steps.map((step) => this.#send(step, before)))
    const after = this.checkout.remote.look()
    return Promise.all(sent.map(async (one) => ('outcome' in one ? one : this.#readBack(one, after))))
  }

  get #isOver(): boolean {
    return this.stop !== undefined || this.#seesConflict
  }

  #overtaken(step: Compared, message: string): Outcome {
    this.#seesConflict = true
    this.failed += 1
    return outcomeOf(step, 'conflict', {message})
  }

  #notSent(step: Compared): Outcome {
    this.failed += 1
    return outcomeOf(step, 'not sent')
  }

  /** What has become of it; where it was sent, the step with what was there right before. */
  async #send(step: Compared, before: Look): Promise<Outcome | Compared> {
    if (this.#isOver) return this.#notSent(step)
    const {kind, local} = step
    let remote
    try {
      remote = await before(step)
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      this.stop ??= error
      return this.#notSent(step)
    }
    const isOurs = remote?.checksum === local?.checksum
    if (!this.options.force && !isOurs && remote?.checksum !== step.remote?.checksum) {
      return this.#overtaken(step, 'changed there meanwhile')
    }
    if (this.#isOver) return this.#notSent(step)
    try {
      if (local !== undefined && !isOurs) await sendItem[kind](this.checkout, local, remote)
      else if (local === undefined && remote !== undefined) await deleteItem[kind](this.checkout, remote)
      return {...step, remote}
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      return this.#failure(step, error)
    }
  }

  async #readBack(step: Compared, after: Look): Promise<Outcome> {
    const {local} = step
    try {
      const there = this.options.force ? local : await after(step)
      if (there?.checksum !== local?.checksum) {
        return this.#overtaken(step, 'sent, and not there any more: changed there at the same time')
      }
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      this.stop ??= error
      this.failed += 1
      return outcomeOf(step, 'unknown', {message: 'sent, and could not be read back'})
    }
    // Without the date: somebody else may have been there since, and the next look shall tell.
    this.checkout.agree(step, local && {checksum: local.checksum})
    return outcomeOf(step, `${verbOf(step)}d`)
  }

  /** A refused one does not sink the others; what makes every further request pointless does. */
  #failure(step: Compared, error: CliError): Outcome {
    this.failed += 1
    const isOpen = isAmbiguous(error) || (error.exit === ExitCode.Interrupted && error.hint !== undefined)
    const message = [error.message, ...error.details].join(' ')
    if (error.exit === ExitCode.Refused || error.exit === ExitCode.NotFound)
      return outcomeOf(step, 'refused', {message})
    this.stop ??= error
    return outcomeOf(step, isOpen ? 'unknown' : 'failed', {message})
  }
}

function verbOf({local, remote}: Compared): 'create' | 'update' | 'delete' {
  if (local === undefined) return 'delete'
  return remote === undefined ? 'create' : 'update'
}

function changedThere(conflicts: readonly Compared[]): CliError {
  return new CliError(`${conflicts.length} changed there since they were pulled. Nothing was pushed.`, {
    code: 'changed-there',
    exit: ExitCode.Refused,
    details: conflicts.map(({kind, name, comparison}) => `${kind} ${name}: ${inWords(comparison)}`),
    hint: 'Compare with commsctl murano diff, then pull, or push with --force to overwrite them.',
  })
}
