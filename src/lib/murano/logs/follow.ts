import {type CliError} from '../../errors.ts'
import {catchUp, type ReadPage} from '../../follow/catch-up.ts'
import {Patience} from '../../follow/patience.ts'
import {RecentRows} from '../../follow/recent-rows.ts'
import {lineIdentity, type LogLine, timeOf} from './log-line.ts'

export interface FollowOptions {
  /** Connects: the lines that are written from then on, until the connection ends. */
  open: () => Promise<AsyncIterable<LogLine>>
  read: ReadPage<LogLine>
  /** Whether so many lines of those that are there at first are enough. */
  isEnough: (newestFirst: readonly LogLine[]) => boolean
  /** Those of them that are told, oldest first. */
  begin: (lines: readonly LogLine[]) => readonly LogLine[]
  /** What it fails with, and when the last line that was told is from. */
  lost: (cause: CliError, lastTime: number | undefined) => CliError
  /** How long it may be without a connection. */
  patienceMs: number
  signal: AbortSignal
  warn: (message: string) => void
}

/**
 * Lines as they are written, each once. After each new connection the log is read back to the last line that was told, so
 * that what was written between two of them is not lost. Throws when there is no connection for too long.
 */
export async function* follow({
  open,
  read,
  isEnough,
  begin,
  lost,
  patienceMs,
  signal,
  warn,
}: FollowOptions): AsyncGenerator<LogLine> {
  const recent = new RecentRows(lineIdentity)
  let isFirst = true
  let lastTime: number | undefined
  const patience = new Patience({
    patienceMs,
    signal,
    lost: (cause) => lost(cause, lastTime),
  })
  for (;;) {
    try {
      const stream = await open()
      const {rows: lines, hasGap} = await catchUp(read, recent, isFirst ? isEnough : undefined)
      if (hasGap) warn('Lines may be missing here: the service does not keep those that were written meanwhile.')
      for (const line of lines) recent.add(line)
      const newest = lines.at(-1)
      if (newest !== undefined) lastTime = timeOf(newest)
      yield* isFirst ? begin(lines) : lines
      isFirst = false
      patience.answered()
      const listed = countsOf(lines)
      for await (const line of stream) {
        lastTime = timeOf(line)
        if (wasListed(line, listed)) continue
        recent.add(line)
        yield line
      }
    } catch (error) {
      patience.check(error)
    }
    await patience.pause()
  }
}

/** What was listed after the connection stood comes over it, too. */
function wasListed(line: LogLine, listed: Map<string, number>): boolean {
  if (listed.size === 0) return false
  const id = lineIdentity.idOf(line)
  const left = listed.get(id) ?? 0
  if (left > 1) listed.set(id, left - 1)
  else listed.delete(id)
  return left > 0
}

function countsOf(lines: readonly LogLine[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of lines.map(lineIdentity.idOf)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
