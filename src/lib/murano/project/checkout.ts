import {type Service} from '../../operation/service.ts'
import {compare, type Comparison, isSame} from '../code/comparison.ts'
import {byKindAndName, type Item, keyOf, type Kind, kinds as allKinds} from '../code/item.ts'
import {type BaseState} from './base-state.ts'
import {type Links} from './files-below.ts'
import {type LocalItem, readLocal} from './local-items.ts'
import {type Project} from './project.ts'
import {ownerOf, type Owners, RemoteCode, type RemoteItem} from './remote-items.ts'

/** An item with what it is here and there. */
export interface Compared extends Item {
  local: LocalItem | undefined
  remote: RemoteItem | undefined
  comparison: Comparison
}

/** A project's folder beside what the service has. */
export class Checkout {
  readonly remote: RemoteCode
  /** Files that look as if they were to be something, and say not what. */
  unclear: string[] = []
  links: Links = {outside: [], unfollowed: []}
  /** What is there and can have no file here: its name leads elsewhere, or to a file that the project does not count. */
  passedOver: string[] = []

  constructor(
    readonly service: Service,
    readonly project: Project,
    readonly owners: Owners,
    readonly base: BaseState,
  ) {
    this.remote = new RemoteCode(service, owners, project.layout, base)
  }

  /** What is not the same here and there, in order. What is the same is remembered to be so. */
  async differences(kinds: readonly Kind[] = allKinds): Promise<Compared[]> {
    const reached = kinds.filter((kind) => ownerOf(kind, this.owners) !== undefined)
    const [{items, unclear, links}, remote] = await Promise.all([
      readLocal(this.project, reached, this.owners.product),
      this.remote.read(reached),
    ])
    this.unclear = unclear
    this.links = links
    const local = new Map(items.map((item) => [keyOf(item), item]))
    const {canBeHere} = await import('../code/usual-path.ts')
    const unfit = [...remote].filter(([key, item]) => !local.has(key) && !canBeHere(item, this.project.layout))
    this.passedOver = unfit.map(([, {name}]) => name)
    const passedOver = new Set(unfit.map(([key]) => key))
    const fit = [...remote].filter(([key]) => !passedOver.has(key))
    const all = new Map<string, Item>([...fit, ...local])
    for (const [key, item] of this.#remembered(reached)) if (!all.has(key) && !passedOver.has(key)) all.set(key, item)
    const compared = [...all].map(([key, {kind, name}]) =>
      this.#compared({kind, name}, local.get(key), remote.get(key)),
    )
    return compared.filter(({comparison}) => !isSame(comparison)).sort(byKindAndName)
  }

  /** Takes note that an item is the same here and there, or in neither place. */
  agree(item: Item, version: Pick<RemoteItem, 'checksum' | 'updated_at'> | undefined): void {
    const owner = ownerOf(item.kind, this.owners)
    if (owner === undefined) return
    const {checksum, updated_at} = version ?? {}
    if (checksum === undefined) this.base.forget(owner, item)
    else this.base.set(owner, item, {checksum, ...(updated_at !== undefined && {updated_at})})
  }

  baseOf(item: Item): string | undefined {
    const owner = ownerOf(item.kind, this.owners)
    return owner === undefined ? undefined : this.base.get(owner, item)?.checksum
  }

  #compared(item: Item, local: LocalItem | undefined, remote: RemoteItem | undefined): Compared {
    const versions = {local: local?.checksum, remote: remote?.checksum, base: this.baseOf(item)}
    const comparison = compare(versions)
    if (isSame(comparison)) this.agree(item, remote)
    return {...item, local, remote, comparison}
  }

  /** What was in both places once: it may be in neither now. */
  #remembered(kinds: readonly Kind[]): [string, Item][] {
    return kinds.flatMap((kind) =>
      this.base.items(ownerOf(kind, this.owners)!).flatMap(([key]): [string, Item][] => {
        const isOfKind = key.startsWith(`${kind} `)
        return isOfKind ? [[key, {kind, name: key.slice(kind.length + 1)}]] : []
      }),
    )
  }
}
