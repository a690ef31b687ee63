import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import {type CliError} from './errors.ts'

/** Holds a folder for this process alone; throws what `busy` makes where another does. The kernel gives it back, however this process ends. */
export async function exclusive(folder: string, busy: (cause: unknown) => CliError): Promise<{release: () => void}> {
  await mkdir(folder, {recursive: true, mode: 0o700})
  const {default: Libsql} = await import('libsql')
  const connection = new Libsql(join(folder, 'lock'))
  try {
    connection.exec('PRAGMA busy_timeout = 0')
    connection.exec('BEGIN EXCLUSIVE')
    return {release: () => void connection.close()}
  } catch (error) {
    connection.close()
    throw busy(error)
  }
}
