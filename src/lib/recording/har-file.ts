import {accessSync, constants, existsSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {type CliError, usageError} from '../errors.ts'
import {fileFault} from '../file-faults.ts'
import {type Exchange} from './exchange.ts'
import {toHar} from './har.ts'

/** Throws a usage error where a recording of that name could not be written, or would take the place of a file. */
export function checkHarFile(path: string): void {
  if (existsSync(path)) {
    throw usageError(`--har: the file ${path} exists already.`, {
      code: 'file-exists',
      hint: 'Choose another name, or delete it first.',
    })
  }
  try {
    accessSync(dirname(resolve(path)), constants.W_OK)
  } catch (error) {
    throw unwritable(path, error)
  }
}

/** Writes a recording, whole or not at all; for its owner only. Throws a usage error where that is not possible. */
export function writeHar(path: string, exchanges: readonly Exchange[], version: string): void {
  const partial = `${path}.partial`
  try {
    writeFileSync(partial, `${JSON.stringify(toHar(exchanges, version), null, 2)}\n`, {mode: 0o600})
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, {force: true})
    throw unwritable(path, error)
  }
}

function unwritable(path: string, error: unknown): CliError {
  return usageError(`--har: the file ${path} cannot be written: ${fileFault(error)}.`, {
    code: 'unwritable-file',
    cause: error,
  })
}
