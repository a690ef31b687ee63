import {constants} from 'node:fs'
import {access} from 'node:fs/promises'
import {dirname} from 'node:path'
import {CliError, usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {fileFault} from '../file-faults.ts'
import {makeFolder} from '../make-folder.ts'

/** After this time without a sign of life the holder of a lock is taken for dead. Milliseconds. */
const staleAfter = 5_000

/** About 45 s: longer than a slow token request takes, several times longer than a dead holder blocks. */
const retries = {retries: 300, factor: 1.1, minTimeout: 20, maxTimeout: 150, randomize: true}

/** Runs `work` while no other process holds the lock of `file` (which need not exist). Throws when it stays locked. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const release = await acquire(file).catch((error: unknown) => {
    throw lockError(file, error)
  })
  try {
    return await work()
  } finally {
    // A lock that was compromised is no longer ours to release.
    await release().catch(() => undefined)
  }
}

async function acquire(file: string): Promise<() => Promise<void>> {
  const folder = dirname(file)
  makeFolder(folder)
  // Asked beforehand, since the library would try again and again.
  await access(folder, constants.W_OK)
  const {lock} = (await import('proper-lockfile')).default
  return lock(file, {
    realpath: false,
    stale: staleAfter,
    retries,
    // The lock was taken for stale, as after a suspended machine. What runs goes on: each write is atomic.
    onCompromised: () => undefined,
  })
}

function lockError(file: string, error: unknown): CliError {
  const {code} = error as NodeJS.ErrnoException
  if (code !== 'ELOCKED') {
    return usageError(`Cannot make the lock ${file}.lock: ${fileFault(error)}.`, {
      code: 'bad-file',
      hint: `Make ${dirname(file)} a folder that you may write to.`,
      cause: error,
    })
  }
  return new CliError(`Another commsctl process holds ${file}.lock and does not release it.`, {
    code: 'locked',
    exit: ExitCode.Pending,
    hint: 'Wait for that process to end, or end it, and run the command again.',
    retryable: true,
  })
}
