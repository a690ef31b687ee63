import {sep} from 'node:path'
import {type CliError, usageError} from '../errors.ts'
import {fileFault, isFileFault} from '../file-faults.ts'
import {folderVariables, resolvePaths} from './paths.ts'

type Kind = keyof typeof folderVariables

/** What is told where a file among those that commands keep for themselves cannot be made or used; other errors stay as they are. */
export function ownFileFault(error: unknown, file = pathOf(error)): unknown {
  const kind = file === undefined ? undefined : kindOf(file)
  return kind !== undefined && isFileFault(error) ? unusableFolder(kind, error) : error
}

function unusableFolder(kind: Kind, cause: NodeJS.ErrnoException): CliError {
  const folder = resolvePaths()[kind]
  return usageError(`The folder ${folder} cannot be used: ${fileFault(cause)}.`, {
    code: 'bad-folder',
    hint: `Make it one that can be written, or name another in ${folderVariables[kind]}. To see all of them: commsctl doctor`,
    cause,
  })
}

function kindOf(file: string): Kind | undefined {
  const paths = resolvePaths()
  const kinds = Object.keys(folderVariables) as Kind[]
  return kinds.find((kind) => `${file}${sep}`.startsWith(`${paths[kind]}${sep}`))
}

function pathOf(error: unknown): string | undefined {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : undefined
}
