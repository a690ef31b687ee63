import {type Clock} from '../client/clock.ts'
import {type CliError} from '../errors.ts'
import {Patience, pauseFor} from './patience.ts'

const firstPauseMs = 250
const longestPauseMs = 2000

export interface PollOptions<Row> {
  /** What is new since the last look, oldest first, and whether that was the last of it. */
  look: () => Promise<{rows: readonly Row[]; isOver?: boolean}>
  /** How long it may be without an answer. */
  patienceMs: number
  signal: AbortSignal
  lost: (cause: CliError) => CliError
  warn: (message: string) => void
  clock?: Clock | undefined
}

/** Rows as they come, by looking again and again: sooner while there is something new. Throws when nobody answers for too long. */
export async function* poll<Row>({look, patienceMs, signal, lost, warn, clock}: PollOptions<Row>): AsyncGenerator<Row> {
  const patience = new Patience({
    ...{patienceMs, signal, lost, clock},
    onLoss: (cause) => warn(`Trying again: ${cause.message}`),
    onReturn: () => warn('The service can be reached again.'),
  })
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const {rows, isOver} = await look().catch((error: unknown) => {
      patience.check(error)
      return {rows: undefined, isOver: false}
    })
    if (rows === undefined) {
      await patience.pause()
      continue
    }
    patience.answered()
    yield* rows
    if (isOver === true) return
    if (rows.length > 0) pauseMs = firstPauseMs
    await pauseFor(pauseMs, signal, clock)
  }
}
