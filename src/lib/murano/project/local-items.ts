import {createReadStream, existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join, posix} from 'node:path'
import {usageError} from '../../errors.ts'
import {fileFault} from '../../file-faults.ts'
import {inParallel} from '../../in-parallel.ts'
import {keyOf, type Kind, type Version} from '../code/item.ts'
import {isNamed, type Place} from '../code/layout.ts'
import {type Links} from './files-below.ts'
import {assetName, handlerOfPath, moduleName} from '../code/paths.ts'
import {endpointForm, handlerForm, type HeaderForm} from '../code/script-header.ts'
import {readScriptFile, withHeader} from '../code/script-file.ts'
import {canonicalScript, fileChecksum, textChecksum} from '../code/script-text.ts'
import {type Project} from './project.ts'

/** An item as it is in the project's folder. */
export interface LocalItem extends Version {
  /** Below the project's folder. */
  path: string
}

export interface LocalItems {
  items: LocalItem[]
  /** Files that look as if they were to be something, and say not what. */
  unclear: string[]
  links: Links
}

/** Files are read so many at a time. */
const width = 8

/** What a project's folder holds. Throws a usage error for what is there twice. */
export async function readLocal(
  project: Project,
  kinds: readonly Kind[],
  product: string | undefined,
): Promise<LocalItems> {
  const {root, layout} = project
  const found: LocalItems = {items: [], unclear: [], links: {outside: [], unfollowed: []}}
  const {links} = found
  const readers: Readonly<Record<Kind, () => Promise<LocalItem[]>>> = {
    modules: () =>
      each(root, layout.modules, links, async (path) => [moduleAt(path, await textAt(root, path), project)]),
    endpoints: () =>
      each(root, layout.endpoints, links, async (path) => {
        const items = scriptsAt('endpoints', path, await textAt(root, path), endpointForm)
        if (items.length === 0) found.unclear.push(path)
        return items.map(({header, ...item}) => ({...item, endpoint: header}))
      }),
    handlers: () =>
      each(root, layout.handlers, links, async (path) => {
        const items = handlersAt(path, await textAt(root, path), handlerForm(product))
        if (items.length === 0) found.unclear.push(path)
        return items.filter(({handler}) => !isNamed(layout.handlers.skipped, handler))
      }),
    files: () => each(root, layout.files, links, async (path) => [await assetAt(path, project)]),
    resources: () => resourcesAt(project),
  }
  for (const kind of kinds) found.items.push(...(await readers[kind]()))
  refuseTwice(found.items)
  return found
}

async function each(
  root: string,
  place: Place,
  links: Links,
  read: (path: string) => Promise<LocalItem[]>,
): Promise<LocalItem[]> {
  const {selectionOf} = await import('../code/selection.ts')
  const {filesBelow} = await import('./files-below.ts')
  const {folders, has} = selectionOf(place)
  const below = await Promise.all(folders.map((folder) => filesBelow(root, folder)))
  const paths = below.flatMap(({files}) => files).filter(has)
  for (const {outside, unfollowed} of below) {
    links.outside.push(...outside.filter(has))
    links.unfollowed.push(...unfollowed)
  }
  return (await inParallel([...new Set(paths)].sort(), width, read)).flat()
}

function moduleAt(path: string, script: string, {layout}: Project): LocalItem {
  const text = canonicalScript(script)
  const name = moduleName(posix.relative(layout.modules.location, path), layout.modules)
  return {kind: 'modules', name, path, text, checksum: textChecksum(text)}
}

function scriptsAt<Header>(kind: Kind, path: string, script: string, form: HeaderForm<Header>) {
  return readScriptFile(script, form).sections.map(({name, header, text}) => ({
    ...{kind, name, path, text, header},
    checksum: textChecksum(text),
  }))
}

function handlersAt(path: string, script: string, form: ReturnType<typeof handlerForm>) {
  const items = scriptsAt('handlers', path, script, form)
  if (items.length > 0) return items.map(({header, ...item}) => ({...item, handler: header}))
  const handler = handlerOfPath(path)
  if (handler === undefined) return []
  const text = withHeader(script, handler, form)
  return [{kind: 'handlers' as const, name: form.name(handler), path, text, handler, checksum: textChecksum(text)}]
}

async function assetAt(path: string, {root, layout: {files}}: Project): Promise<LocalItem> {
  const name = assetName(posix.relative(files.location, path), files.defaultPage)
  try {
    return {kind: 'files', name, path, checksum: await fileChecksum(createReadStream(join(root, path)))}
  } catch (error) {
    throw unreadable(path, error)
  }
}

async function resourcesAt({root, layout: {resources: path}}: Project): Promise<LocalItem[]> {
  if (!existsSync(join(root, path))) return []
  const {readResources, resourcesText} = await import('../code/resources.ts')
  const text = await resourcesText(await readResources(await textAt(root, path), path))
  return [{kind: 'resources', name: 'resources', path, text, checksum: textChecksum(text)}]
}

/** The text of a file of the project. Throws a usage error where it cannot be read. */
export async function textAt(root: string, path: string): Promise<string> {
  try {
    return await readFile(join(root, path), 'utf8')
  } catch (error) {
    throw unreadable(path, error)
  }
}

function unreadable(path: string, error: unknown) {
  return usageError(`The file ${path} cannot be read: ${fileFault(error)}.`, {code: 'unreadable-file', cause: error})
}

function refuseTwice(items: readonly LocalItem[]): void {
  const paths = new Map<string, string>()
  for (const item of items) {
    const key = keyOf(item)
    const other = paths.get(key)
    if (other !== undefined) {
      const where = other === item.path ? `twice in ${other}` : `in ${other} and in ${item.path}`
      throw usageError(`${item.name} is ${where}.`, {
        code: 'bad-project',
        hint: 'Leave one of the two: which one counts cannot be told.',
      })
    }
    paths.set(key, item.path)
  }
}
