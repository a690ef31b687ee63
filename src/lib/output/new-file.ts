import {accessSync, constants, existsSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {type CliError, usageError} from '../errors.ts'
import {fileFault} from '../file-faults.ts'

/** A file that a flag names, for its owner only: it never takes the place of another, and is written whole or not at all. */
export class NewFile {
  constructor(
    readonly path: string,
    /** Who names it: `--har`. */
    private readonly flag: string,
  ) {}

  /** Throws a usage error where it could not be written, or would take the place of a file. */
  check(): void {
    if (existsSync(this.path)) {
      throw usageError(`${this.flag}: the file ${this.path} exists already.`, {
        code: 'file-exists',
        hint: 'Choose another name, or delete it first.',
      })
    }
    try {
      accessSync(dirname(resolve(this.path)), constants.W_OK)
    } catch (error) {
      throw this.#unwritable(error)
    }
  }

  /** Throws a usage error where that is not possible. */
  writeJson(value: unknown): void {
    const partial = `${this.path}.partial`
    try {
      writeFileSync(partial, `${JSON.stringify(value, null, 2)}\n`, {mode: 0o600})
      renameSync(partial, this.path)
    } catch (error) {
      rmSync(partial, {force: true})
      throw this.#unwritable(error)
    }
  }

  #unwritable(cause: unknown): CliError {
    return usageError(`${this.flag}: the file ${this.path} cannot be written: ${fileFault(cause)}.`, {
      code: 'unwritable-file',
      cause,
    })
  }
}
