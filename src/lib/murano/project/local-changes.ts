import {existsSync} from 'node:fs'
import {mkdir, rm} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {usageError} from '../../errors.ts'
import {fileFault} from '../../file-faults.ts'
import {replaceFile} from '../../output/save-file.ts'
import {freePath} from '../code/paths.ts'
import {endpointForm, handlerForm, type HeaderForm, productPlaceholder} from '../code/script-header.ts'
import {changedScriptFile, readScriptFile, withHeader} from '../code/script-file.ts'
import {usualPath} from '../code/usual-path.ts'
import {type Compared} from './checkout.ts'
import {textAt} from './local-items.ts'
import {ownFolder, type Project} from './project.ts'
import {type RemoteItem} from './remote-items.ts'

/** Changes files of a project: each is either as it was or as it is to be, whenever the power fails. */
export class LocalChanges {
  readonly #taken = new Set<string>()
  #count = 0

  constructor(
    private readonly project: Project,
    private readonly product: string | undefined,
  ) {}

  /** Where an item goes: its own file, or one that is free. A static file has but one place. */
  pathFor(item: RemoteItem, local: Compared['local']): string {
    if (local !== undefined) return local.path
    const usual = usualPath(this.#named(item), this.project.layout)
    const isTaken = (path: string) => this.#taken.has(path) || existsSync(join(this.project.root, path))
    const path = item.kind === 'endpoints' || item.kind === 'handlers' ? freePath(usual, isTaken) : usual
    this.#taken.add(path)
    return path
  }

  /** Puts scripts that stand below headers into their file, by name; undefined takes one away. */
  async scripts(
    kind: 'endpoints' | 'handlers',
    path: string,
    changes: ReadonlyMap<string, RemoteItem | undefined>,
  ): Promise<void> {
    const before = existsSync(join(this.project.root, path)) ? await textAt(this.project.root, path) : ''
    const texts = new Map([...changes].map(([name, item]) => [name, item && this.#asWritten(item)]))
    const form = kind === 'endpoints' ? endpointForm : handlerForm(this.product)
    const text = changed<unknown>(before, texts, form)
    await (text.trim() === '' ? this.remove(path) : this.text(path, text))
  }

  text(path: string, text: string): Promise<void> {
    return this.bytes(path, [Buffer.from(text)])
  }

  async bytes(path: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    const target = join(this.project.root, path)
    const own = ownFolder(this.project)
    try {
      await Promise.all([mkdir(dirname(target), {recursive: true}), mkdir(own, {recursive: true, mode: 0o700})])
    } catch (error) {
      throw unwritable(path, error)
    }
    // Not beside the file: what an interrupted pull leaves would be pushed.
    const partial = join(own, `partial-${process.pid}-${this.#count++}`)
    await replaceFile(target, content, {partial})
  }

  async remove(path: string): Promise<void> {
    try {
      await rm(join(this.project.root, path), {force: true})
    } catch (error) {
      throw unwritable(path, error)
    }
  }

  /** The file of a handler of the project's product is not called after this one. */
  #named(item: RemoteItem): RemoteItem {
    if (item.handler === undefined || item.handler.service !== this.product) return item
    return {...item, handler: {...item.handler, service: 'product'}}
  }

  /** The text of a handler of the project's product does not say which product that is. */
  #asWritten({text = '', handler}: RemoteItem): string {
    if (handler === undefined || this.product === undefined || handler.service !== this.product) return text
    return withHeader(text, {...handler, service: productPlaceholder}, handlerForm(this.product))
  }
}

/** A file without headers is one script, which its name tells. */
function changed<Header>(
  before: string,
  texts: ReadonlyMap<string, string | undefined>,
  form: HeaderForm<Header>,
): string {
  const file = readScriptFile(before, form)
  return changedScriptFile(file.sections.length === 0 ? {lead: '', sections: []} : file, texts)
}

function unwritable(path: string, cause: unknown) {
  return usageError(`The file ${path} cannot be written: ${fileFault(cause)}.`, {code: 'unwritable-file', cause})
}
