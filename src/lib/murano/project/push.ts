import {isAmbiguous} from '../../client/ambiguous.ts'
import {CliError} from '../../errors.ts'
import {ExitCode} from '../../exit-code.ts'
import {inWords, isConflict} from '../code/comparison.ts'
import {type Kind, keyOf} from '../code/item.ts'
import {isNamed} from '../code/layout.ts'
import {type Checkout, type Compared} from './checkout.ts'
import {type Outcome, outcomeOf} from './outcome.ts'
import {requestWidth} from './remote-items.ts'
import {deleteItem, sendItem} from './send-item.ts'

export interface PushOptions {
  /** Puts what is here in the place of what was changed there. */
  force: boolean
  /** Deletes there what was deleted here. */
  deletes: boolean
}

/**
 * Brings what has changed here, and nothing else, to the service: so many at a time, and before each of them looks whether
 * it is still as it was when it was compared. What was changed there meanwhile ends the push.
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

  async #wave(steps: readonly Compared[]): Promise<Outcome[]> {
    if (this.#isOver) return steps.map((step) => this.#notSent(step))
    let now
    try {
      now = await this.checkout.remote.again(steps)
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      this.stop = error
      return steps.map((step) => this.#notSent(step))
    }
    const fresh = steps.map((step) => ({...step, now: now.get(keyOf(step))}))
    const isChanged = (step: (typeof fresh)[number]) =>
      step.now?.checksum !== step.remote?.checksum && step.now?.checksum !== step.local?.checksum
    this.#seesConflict = !this.options.force && fresh.some(isChanged)
    const send = async (step: (typeof fresh)[number]): Promise<Outcome> => {
      if (this.#seesConflict) return isChanged(step) ? this.#overtaken(step) : this.#notSent(step)
      return this.#send({...step, remote: step.now})
    }
    return Promise.all(fresh.map(send))
  }

  get #isOver(): boolean {
    return this.stop !== undefined || this.#seesConflict
  }

  #overtaken(step: Compared): Outcome {
    this.failed += 1
    return outcomeOf(step, 'conflict', {message: 'changed there meanwhile'})
  }

  #notSent(step: Compared): Outcome {
    this.failed += 1
    return outcomeOf(step, 'not sent')
  }

  async #send(step: Compared): Promise<Outcome> {
    const {kind, local, remote} = step
    try {
      if (local !== undefined && local.checksum !== remote?.checksum) await sendItem[kind](this.checkout, local, remote)
      else if (local === undefined && remote !== undefined) await deleteItem[kind](this.checkout, remote)
      // Without the date: somebody else may have been there since, and the next look shall tell.
      this.checkout.agree(step, local && {checksum: local.checksum})
      return outcomeOf(step, `${verbOf(step)}d`)
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      return this.#failure(step, error)
    }
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
