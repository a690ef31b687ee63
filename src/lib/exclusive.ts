import {join} from 'node:path'
import {type CliError} from './errors.ts'
import {makeFolder} from './make-folder.ts'
import {ownFileFault} from './profile/own-file-fault.ts'

/** Holds a folder for this process alone; throws what `busy` makes where another does. The kernel gives it back, however this process ends. */
export async function exclusive(folder: string, busy: (cause: unknown) => CliError): Promise<{release: () => void}> {
  const file = join(folder, 'lock')
  try {
    makeFolder(folder)
    return await hold(file)
  } catch (error) {
    // Its code may say more: SQLITE_BUSY_SNAPSHOT.
    const isBusy = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
    throw isBusy ? busy(error) : ownFileFault(error, file)
  }
}

async function hold(file: string): Promise<{release: () => void}> {
  const {default: Libsql} = await import('libsql')
  const connection = new Libsql(file)
  try {
    connection.exec('PRAGMA busy_timeout = 0')
    connection.exec('BEGIN EXCLUSIVE')
    return {release: () => void connection.close()}
  } catch (error) {
    connection.close()
    throw error
  }
}
