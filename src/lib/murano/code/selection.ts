import {posix} from 'node:path'
import {braceExpand, minimatch} from 'minimatch'
import {usageError} from '../../errors.ts'
import {type Place} from './layout.ts'

/** The files that a place has, by patterns; all paths are below the project's folder. */
export interface Selection {
  /** Folders to look in. */
  folders: string[]
  has: (path: string) => boolean
}

/** Throws a usage error for a pattern that leads out of the project. */
export function selectionOf({location, include, exclude}: Place): Selection {
  const wanted = include.flatMap((pattern) =>
    braceExpand(pattern).map((one) => inProject(posix.normalize(`${location}/${one}`), pattern)),
  )
  const folders = [...new Set(wanted.map(folderOf))]
  return {
    folders: folders.filter((folder) => !folders.some((other) => other !== folder && isBelow(folder, other))),
    has: (path) =>
      wanted.some((pattern) => minimatch(path, pattern)) &&
      !exclude.some((pattern) => isExcluded(path, posix.relative(location, path), pattern)),
  }
}

function inProject(pattern: string, written: string): string {
  if (!pattern.startsWith('..')) return pattern.replace(/^\//, '')
  throw usageError(`The pattern ${written} leads out of the project.`, {
    code: 'bad-project',
    hint: 'Correct it in the project file or in .murano/config.',
  })
}

/** The folder that all files of a pattern are in. */
function folderOf(pattern: string): string {
  const parts = pattern.split('/')
  const first = parts.findIndex((part) => /[*?[\]{}()!+@]/.test(part))
  return parts.slice(0, first === -1 ? -1 : first).join('/')
}

function isBelow(folder: string, other: string): boolean {
  return other === '' || folder.startsWith(`${other}/`)
}

/** A pattern without a slash is about the name of the file, wherever it is. */
function isExcluded(path: string, within: string, pattern: string): boolean {
  return [path, within].some((one) => minimatch(one, pattern, {matchBase: true, dot: true}))
}
