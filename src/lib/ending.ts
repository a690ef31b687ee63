import {once} from 'node:events'
import {type Console} from './console.ts'
import {ExitCode} from './exit-code.ts'

/** Aborted when a command that goes on until it is ended is to end: by Ctrl-C, which it exits with, or by SIGTERM. */
export function endingOf(console: Pick<Console, 'signal' | 'exitCode'>): AbortSignal {
  const ending = new AbortController()
  const interrupted = () => {
    console.exitCode = ExitCode.Interrupted
    ending.abort()
  }
  if (console.signal.aborted) interrupted()
  else console.signal.addEventListener('abort', interrupted, {once: true})
  process.once('SIGTERM', () => ending.abort())
  return ending.signal
}

/** Resolves when it is aborted. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort')
}
