import {accessSync, constants, readFileSync, statSync} from 'node:fs'
import {basename, dirname} from 'node:path'
import {type CliError, usageError} from '../errors.ts'
import {fileFault} from '../file-faults.ts'
import {locateJsonFault} from './json-position.ts'
import {makeFolder} from '../make-folder.ts'

/** What a file is called in messages, and what to do when it cannot be used. */
export interface JsonFileKind {
  name: string
  remedy: (path: string) => string
}

/** The parsed content; undefined when there is no such file. Throws a usage error that says what is wrong and where. */
export function readJsonFile(path: string, kind: JsonFileKind): unknown {
  const text = readText(path, kind)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const {line, column, reason} = locateJsonFault(text, error as SyntaxError)
    throw fileError(path, kind, `is not valid JSON: line ${line}, column ${column}: ${reason}`)
  }
}

/** Replaces the file in one step, mode 0600, in a folder of mode 0700. Throws a usage error when that is not allowed. */
export async function writeJsonFile(path: string, kind: JsonFileKind, value: Record<string, unknown>): Promise<void> {
  ensureWritable(path, kind)
  try {
    const {default: Conf} = await import('conf')
    const file = new Conf({
      cwd: dirname(path),
      configName: basename(path, '.json'),
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
    })
    file.store = value
  } catch (error) {
    throw fileError(path, kind, `cannot be written: ${fileFault(error)}`, error)
  }
}

/** Makes the folder of the file. Throws a usage error where a write would fail. */
export function ensureWritable(path: string, kind: JsonFileKind): void {
  try {
    assertWritable(path)
  } catch (error) {
    throw fileError(path, kind, `cannot be written: ${fileFault(error)}`, error)
  }
}

/** Looks at the mode as well, since it does not stop root. */
function assertWritable(path: string): void {
  makeFolder(dirname(path))
  accessSync(dirname(path), constants.W_OK)
  const file = statSync(path, {throwIfNoEntry: false})
  if (file === undefined) return
  if (!file.isFile()) throw new Error('it is not a file')
  if ((file.mode & 0o200) === 0) throw new Error('it is read-only')
  accessSync(path, constants.W_OK)
}

export function fileError(path: string, kind: JsonFileKind, problem: string, cause?: unknown): CliError {
  return usageError(`The ${kind.name} ${path} ${problem}.`, {code: 'bad-file', hint: kind.remedy(path), cause})
}

function readText(path: string, kind: JsonFileKind): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw fileError(path, kind, `cannot be read: ${fileFault(error)}`, error)
  }
}
