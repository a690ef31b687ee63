import {existsSync} from 'node:fs'
import {readdir, readFile, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {usageError} from '../../errors.ts'
import {fileFault} from '../../file-faults.ts'
import {type ConfigSections, type Layout, layoutOf, type ProjectFile} from '../code/layout.ts'

/** The folder of a project, and what its files say. */
export interface Project {
  root: string
  layout: Layout
  /** Whether there are settings that say which solution it belongs to. */
  hasSettings: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

const folder = '.murano'
const settingsFiles = [`${folder}/config`, '.mrmuranorc']

/** Where a project keeps what is no part of it. */
export function ownFolder({root}: Pick<Project, 'root'>): string {
  return join(root, folder)
}

/**
 * The project that a folder is in: the nearest one above that has `.murano` or a project file, as MrMurano finds it; else
 * the folder itself. The home folder's `.murano` is the user's, and no project.
 */
export async function openProject(from: string, env: Environment): Promise<Project> {
  const root = await rootAbove(from, env['HOME'])
  const config = await readSettings(root, env)
  return {
    root,
    layout: layoutOf(config, await readProjectFile(root)),
    hasSettings: settingsFiles.some((name) => existsSync(join(root, name))) || root === env['HOME'],
  }
}

async function rootAbove(from: string, home: string | undefined): Promise<string> {
  for (let path = from; path !== home; path = dirname(path)) {
    if (await isProject(path)) return path
    if (path === dirname(path)) break
  }
  return from
}

async function isProject(path: string): Promise<boolean> {
  if (settingsFiles.some((name) => existsSync(join(path, name)))) return true
  const isFolder = await stat(join(path, folder)).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
  return isFolder || (await projectFilesIn(path)).length > 0
}

async function projectFilesIn(path: string): Promise<string[]> {
  const names = await readdir(path).catch(() => [])
  return names.filter((name) => name === 'murano.yaml' || (name.endsWith('.murano') && name !== folder))
}

/** The settings of the project; those that `MURANO_CONFIGFILE` names lie over them. */
async function readSettings(root: string, env: Environment): Promise<ConfigSections> {
  const {default: ini} = await import('ini')
  const own = settingsFiles.map((name) => join(root, name)).find((path) => existsSync(path))
  const above = env['MURANO_CONFIGFILE']
  const files = root === env['HOME'] ? [above] : [own, above && join(root, above)]
  const merged: Record<string, object> = {}
  for (const path of files) {
    if (path === undefined || path === '' || !existsSync(path)) continue
    for (const [name, section] of Object.entries(ini.parse(await textOf(path)))) {
      merged[name] = {...merged[name], ...(section as object)}
    }
  }
  return merged
}

async function readProjectFile(root: string): Promise<ProjectFile> {
  const names = await projectFilesIn(root)
  if (names.length > 1) {
    throw badProject(`There are several project files: ${names.join(', ')}.`, 'Leave one of them in the folder.')
  }
  const [name] = names
  if (name === undefined) return withoutLegacy(root)
  const {parse} = await import('yaml')
  try {
    return (parse(await textOf(join(root, name))) as ProjectFile | null) ?? {}
  } catch (error) {
    const [problem = ''] = (error as Error).message.split('\n')
    throw badProject(`The project file ${name} is not YAML: ${problem}`, 'Correct it, and run the command again.')
  }
}

/** Throws a usage error for a project of the kind that was before project files. */
function withoutLegacy(root: string): ProjectFile {
  if (!existsSync(join(root, 'Solutionfile.json'))) return {}
  throw badProject(
    'This is a project with a Solutionfile.json, whose form is not read any more.',
    'Put a project file in its place: NAME.murano, with the sections assets, modules, routes and services.',
  )
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw badProject(`${path} cannot be read: ${fileFault(error)}.`)
  }
}

function badProject(message: string, hint?: string) {
  return usageError(message, {code: 'bad-project', hint})
}
