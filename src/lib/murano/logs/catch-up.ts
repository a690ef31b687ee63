import {type LogLine, timeOf} from './log-line.ts'
import {idOf, type RecentLines} from './recent-lines.ts'

/** Lines of a log from a place in it, newest first. */
export type ReadPage = (offset: number) => Promise<LogLine[]>

export interface CaughtUp {
  /** Those that have not been told, oldest first. */
  lines: LogLine[]
  /** Whether the service has nothing any more of what had been told: lines between may be gone. */
  hasGap: boolean
}

/** What has been written since the last line that was told; where none was, as much as is enough of the newest. */
export async function catchUp(
  read: ReadPage,
  recent: RecentLines,
  isEnough: (newestFirst: readonly LogLine[]) => boolean = () => false,
): Promise<CaughtUp> {
  const counts = new Map<string, number>()
  const lines: LogLine[] = []
  let meets = recent.isEmpty
  for (let offset = 0; ;) {
    const page = await read(offset)
    for (const {line, ordinal, id} of numbered(page)) {
      // What is written meanwhile moves the rest: a page may begin with lines that the one before ended with.
      const known = Math.max(recent.count(id), counts.get(id) ?? 0)
      meets ||= recent.count(id) > 0 || timeOf(line) < recent.begin
      if (ordinal <= known || timeOf(line) < recent.begin) continue
      counts.set(id, ordinal)
      lines.push(line)
    }
    offset += page.length
    const last = page.at(-1)
    const isKnown = !recent.isEmpty && page.every((line) => recent.count(idOf(line)) > 0)
    if (last === undefined || timeOf(last) < recent.begin || isKnown || isEnough(lines))
      return {lines: lines.reverse(), hasGap: !meets}
  }
}

/** Each line with how many of the page say the same up to it. */
function numbered(page: readonly LogLine[]): {line: LogLine; id: string; ordinal: number}[] {
  const counts = new Map<string, number>()
  return page.map((line) => {
    const id = idOf(line)
    const ordinal = (counts.get(id) ?? 0) + 1
    counts.set(id, ordinal)
    return {line, id, ordinal}
  })
}
