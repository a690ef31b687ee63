import {createReadStream} from 'node:fs'
import {join} from 'node:path'
import {inParallel} from '../../in-parallel.ts'
import {fileChecksum} from '../code/script-text.ts'
import {inWords, isConflict} from '../code/comparison.ts'
import {type Kind} from '../code/item.ts'
import {getFile} from '../file-calls.ts'
import {type Checkout, type Compared} from './checkout.ts'
import {LocalChanges} from './local-changes.ts'
import {type Outcome, outcomeOf} from './outcome.ts'
import {requestWidth, type RemoteItem} from './remote-items.ts'

export interface PullOptions {
  /** Puts what is there in the place of what was changed here. */
  force: boolean
  /** Deletes here what was deleted there. */
  deletes: boolean
  /** Says what would be done, and does nothing. */
  plans: boolean
}

interface Step {
  item: Compared
  path: string
}

/** Brings what has changed there, and nothing else, into the project's folder. */
export class Pull {
  /** How many were left as they are here because they have changed on both sides. */
  conflicts = 0
  readonly #changes: LocalChanges

  constructor(
    private readonly checkout: Checkout,
    private readonly options: PullOptions,
  ) {
    this.#changes = new LocalChanges(checkout.project, checkout.owners.product)
  }

  async outcomes(kinds: readonly Kind[]): Promise<Outcome[]> {
    const all = await this.checkout.differences(kinds)
    const rows = new Map<Compared, Outcome>()
    const steps: Step[] = []
    for (const item of all.filter(({comparison}) => comparison.there !== 'same')) {
      const left = this.#left(item)
      if (left !== undefined) rows.set(item, left)
      else steps.push({item, path: item.remote ? this.#changes.pathFor(item.remote, item.local) : item.local!.path})
    }
    for (const {item, path} of steps) rows.set(item, outcomeOf(item, this.#word(item), {path}))
    if (!this.options.plans) await this.#carryOut(steps)
    return all.flatMap((item) => rows.get(item) ?? [])
  }

  /** The outcome of what stays as it is here. */
  #left(item: Compared): Outcome | undefined {
    const {comparison, remote, local} = item
    if (isConflict(comparison) && !this.options.force) {
      this.conflicts += 1
      return outcomeOf(item, 'conflict', {message: inWords(comparison)})
    }
    if (remote !== undefined || local === undefined || this.options.deletes) return undefined
    return outcomeOf(item, 'left', {message: 'deleted there; --delete deletes it here'})
  }

  #word({remote, local}: Compared): string {
    const word = remote === undefined ? 'delete' : local === undefined ? 'create' : 'update'
    return this.options.plans ? `to ${word}` : `${word}d`
  }

  async #carryOut(steps: readonly Step[]): Promise<void> {
    const files = new Map<string, Step[]>()
    for (const step of steps) files.set(step.path, [...(files.get(step.path) ?? []), step])
    await inParallel(files, requestWidth, ([path, parts]) => this.#file(path, parts))
  }

  /** All changes of one file. */
  async #file(path: string, steps: readonly Step[]): Promise<void> {
    const [{item: first}] = steps as [Step]
    const items = await Promise.all(steps.map(async ({item: {remote}}) => remote && this.checkout.remote.whole(remote)))
    if (first.kind === 'endpoints' || first.kind === 'handlers') {
      await this.#changes.scripts(first.kind, path, new Map(steps.map(({item}, at) => [item.name, items[at]])))
    } else if (items[0] === undefined) {
      await this.#changes.remove(path)
    } else if (first.kind === 'files') {
      items[0] = await this.#download(items[0], path)
    } else {
      await this.#changes.text(path, items[0].text ?? '')
    }
    for (const [at, {item}] of steps.entries()) this.checkout.agree(item, items[at])
  }

  /** The file may have changed since it was listed: what has come counts. */
  async #download(item: RemoteItem, path: string): Promise<RemoteItem> {
    const {service, owners} = this.checkout
    const name = item.name.replace(/^\//, '')
    const {body} = await service.download(getFile, {id: owners.application, path: name})
    await this.#changes.bytes(path, body)
    const checksum = await fileChecksum(createReadStream(join(this.checkout.project.root, path)))
    return {...item, checksum}
  }
}
