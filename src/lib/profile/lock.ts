import {mkdir} from 'node:fs/promises'
import {dirname} from 'node:path'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'

/** After this time without a sign of life the holder of a lock is taken for dead. Milliseconds. */
const staleAfter = 5_000

/** About 45 s: longer than a slow token request takes, several times longer than a dead holder blocks. */
const retries = {retries: 300, factor: 1.1, minTimeout: 20, maxTimeout: 150, randomize: true}

/** Runs `work` while no other process holds the lock of `file` (which need not exist). Throws when it stays locked. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), {recursive: true, mode: 0o700})
  const {lock} = (await import('proper-lockfile')).default
  const release = await lock(file, {
    realpath: false,
    stale: staleAfter,
    retries,
    // The lock was taken for stale, as after a suspended machine. What runs goes on: each write is atomic.
    onCompromised: () => undefined,
  }).catch((error: unknown) => {
    throw lockError(file, error)
  })
  try {
    return await work()
  } finally {
    // A lock that was compromised is no longer ours to release.
    await release().catch(() => undefined)
  }
}

function lockError(file: string, error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') return error
  return new CliError(`Another commsctl process holds ${file}.lock and does not release it.`, {
    code: 'locked',
    exit: ExitCode.Pending,
    hint: 'Wait for that process to end, or end it, and run the command again.',
    retryable: true,
  })
}
