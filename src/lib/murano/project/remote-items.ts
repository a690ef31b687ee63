import {CliError} from '../../errors.ts'
import {inParallel} from '../../in-parallel.ts'
import {type Service} from '../../operation/service.ts'
import {type Kind, type Item, keyOf, type Version} from '../code/item.ts'
import {isNamed, type Layout} from '../code/layout.ts'
import {handlerOfPath} from '../code/paths.ts'
import {resourcesText} from '../code/resources.ts'
import {endpointForm, handlerForm, usualContentType} from '../code/script-header.ts'
import {withHeader} from '../code/script-file.ts'
import {canonicalScript, textChecksum} from '../code/script-text.ts'
import {listEndpoints} from '../endpoint-calls.ts'
import {type EventHandler, getEventHandler, listEventHandlers} from '../event-handler-calls.ts'
import {listFiles} from '../file-calls.ts'
import {getGateway} from '../gateway-calls.ts'
import {getModule, listModules} from '../module-calls.ts'
import {type Script} from '../script.ts'
import {type BaseState} from './base-state.ts'

/** An item as the service has it. */
export interface RemoteItem extends Version {
  /** When it was changed last, where the service says it. */
  updated_at?: string | undefined
  /** What an endpoint goes by in requests. */
  id?: string
}

export type RemoteItems = ReadonlyMap<string, RemoteItem>

/** Tells how an item is there; undefined where it is not. */
export type Look = (item: Item) => Promise<RemoteItem | undefined>

/** What things belong to, by their ids. */
export interface Owners {
  application: string
  product: string | undefined
}

/** As many requests are made side by side as there are connections, or nearly. */
export const requestWidth = 16

/** The solution or product that a thing of this kind is of. */
export function ownerOf(kind: Kind, {application, product}: Owners): string | undefined {
  return kind === 'resources' ? product : application
}

/** Reads what the service has. What it says has not changed since is not read again. */
export class RemoteCode {
  constructor(
    private readonly service: Service,
    private readonly owners: Owners,
    private readonly layout: Layout,
    private readonly base: BaseState,
  ) {}

  /** All of some kinds. */
  async read(kinds: readonly Kind[]): Promise<RemoteItems> {
    return byKey((await Promise.all(kinds.map((kind) => this.#all(kind)))).flat())
  }

  /** Looks at items as they are now: at scripts one by one, at what only comes in lists at all of a kind at once. */
  look(): Look {
    const lists = new Map<Kind, Promise<RemoteItems>>()
    return async (item) => {
      const {kind} = item
      if (kind === 'modules' || kind === 'handlers') return this.#one(item)
      const list = lists.get(kind) ?? this.read([kind])
      lists.set(kind, list)
      return (await list).get(keyOf(item))
    }
  }

  /** An item with its text. */
  async whole(item: RemoteItem): Promise<RemoteItem> {
    return item.text === undefined && item.kind !== 'files' ? ((await this.#one(item)) ?? item) : item
  }

  #all(kind: Kind): Promise<RemoteItem[]> {
    const {application: id} = this.owners
    if (kind === 'modules') return this.#scripts('modules', this.service.all(listModules, {id}))
    if (kind === 'handlers') return this.#handlers(this.service.all(listEventHandlers, {id}))
    if (kind === 'endpoints') return this.#endpoints()
    return kind === 'files' ? this.#files() : this.#resources()
  }

  async *#ours(listed: AsyncIterable<EventHandler>): AsyncIterable<EventHandler> {
    for await (const one of listed) if (!isNamed(this.layout.handlers.skipped, eventOf(one))) yield one
  }

  #handlers(listed: AsyncIterable<EventHandler>): Promise<RemoteItem[]> {
    return this.#scripts('handlers', this.#ours(listed))
  }

  /** Lists have no scripts: those that may have changed are fetched while the list comes. */
  async #scripts(kind: 'modules' | 'handlers', listed: AsyncIterable<Script>): Promise<RemoteItem[]> {
    const items = await inParallel(listed, requestWidth, async (script) => {
      const {name, updated_at} = script
      const known = this.base.get(this.owners.application, {kind, name})
      const isKnown = known !== undefined && updated_at !== undefined && known.updated_at === updated_at
      if (!isKnown) return this.#one({kind, name})
      const handler = kind === 'handlers' && {handler: eventOf(script as EventHandler)}
      return {kind, name, updated_at, checksum: known.checksum, ...handler}
    })
    return items.flatMap((item) => item ?? [])
  }

  /** A script as it is now; undefined where it is not any more. */
  async #one({kind, name}: Item): Promise<RemoteItem | undefined> {
    const {application: id} = this.owners
    try {
      if (kind === 'modules') {
        const {script = '', updated_at} = await this.service.call(getModule, {id, alias: name})
        return withText({kind, name, updated_at}, canonicalScript(script))
      }
      const found = await this.service.call(getEventHandler, {id, alias: name})
      const handler = eventOf(found)
      const text = withHeader(found.script ?? '', handler, handlerForm(this.owners.product))
      return withText({kind, name, updated_at: found.updated_at, handler}, text)
    } catch (error) {
      if (error instanceof CliError && error.status === 404) return undefined
      throw error
    }
  }

  async #endpoints(): Promise<RemoteItem[]> {
    const items: RemoteItem[] = []
    for await (const endpoint of this.service.all(listEndpoints, {id: this.owners.application})) {
      const {method, path, content_type: type, script} = endpoint
      const header = {method: method.toUpperCase(), path, content_type: type || usualContentType}
      const item = {kind: 'endpoints', name: endpointForm.name(header), id: endpoint.id, endpoint: header} as const
      items.push(withText(item, withHeader(script, header, endpointForm)))
    }
    return items
  }

  async #files(): Promise<RemoteItem[]> {
    const items: RemoteItem[] = []
    for await (const {path, checksum} of this.service.all(listFiles, {id: this.owners.application})) {
      items.push({kind: 'files', name: path, checksum})
    }
    return items
  }

  async #resources(): Promise<RemoteItem[]> {
    if (this.owners.product === undefined) return []
    const {resources = {}} = await this.service.call(getGateway, {product_id: this.owners.product})
    if (Object.keys(resources).length === 0) return []
    return [withText({kind: 'resources', name: 'resources'}, await resourcesText(resources))]
  }
}

function withText<I extends Omit<RemoteItem, 'checksum' | 'text'>>(item: I, text: string): I & RemoteItem {
  return {...item, text, checksum: textChecksum(text)}
}

function eventOf({service, event, name}: Pick<EventHandler, 'service' | 'event' | 'name'>) {
  return service && event ? {service, event} : (handlerOfPath(`${name}.lua`) ?? {service: name, event: ''})
}

function byKey(items: readonly RemoteItem[]): RemoteItems {
  return new Map(items.map((item) => [keyOf(item), item]))
}
