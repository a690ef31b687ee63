import {appendFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {type Exchange} from '../recording/exchange.ts'
import {makeFolder} from '../make-folder.ts'

/** What is kept of one command that was run; secrets are masked. */
export interface HistoryEntry {
  /** When it began. */
  time: string
  command: string
  arguments: string[]
  /** The profile in force, where one was. */
  profile?: string | undefined
  exit: number
  /** The word of its error. */
  code?: string | undefined
  milliseconds: number
  /** Those of its requests, and the one that an error names. */
  trace_ids: string[]
  /** How many requests it made; the last of them are in `requests`. */
  request_count: number
  requests: Exchange[]
}

export type NumberedEntry = HistoryEntry & {number: number}

const days = 30
const dayFile = /^(\d{4}-\d\d-\d\d)\.ndjson$/
/** How many entries each file had that was removed: the numbers of the others stay what they are. */
const removedFile = 'removed'

/** Adds an entry: one write to the end of the day's file, which many processes may do at the same time. */
export function addToHistory(folder: string, entry: HistoryEntry): void {
  makeFolder(folder)
  const file = join(folder, `${entry.time.slice(0, 10)}.ndjson`)
  if (!existsSync(file)) removeOld(folder, new Date(entry.time))
  appendFileSync(file, `${JSON.stringify(entry)}\n`, {mode: 0o600})
}

/** All entries, the last first. Each has the number that it keeps. */
export function readHistory(folder: string): NumberedEntry[] {
  let number = removedCount(folder)
  return dayFiles(folder)
    .flatMap((name) => linesOf(join(folder, name)))
    .flatMap((line) => {
      number += 1
      const entry = parse(line)
      return entry === undefined ? [] : [{number, ...entry}]
    })
    .reverse()
}

function removeOld(folder: string, now: Date): void {
  const first = new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10)
  for (const name of dayFiles(folder)) {
    if (name.slice(0, 10) >= first) continue
    const taken = join(folder, `${name}.old`)
    try {
      // Of several processes that begin the day, one gets it.
      renameSync(join(folder, name), taken)
    } catch {
      continue
    }
    appendFileSync(join(folder, removedFile), `${linesOf(taken).length}\n`, {mode: 0o600})
    rmSync(taken)
  }
}

function dayFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => dayFile.test(name))
    .sort()
}

function removedCount(folder: string): number {
  const file = join(folder, removedFile)
  return existsSync(file) ? linesOf(file).reduce((sum, line) => sum + (Number(line) || 0), 0) : 0
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').slice(0, -1)
}

/** A line that a full disk has cut short is no entry. */
function parse(line: string): HistoryEntry | undefined {
  try {
    return JSON.parse(line) as HistoryEntry
  } catch {
    return undefined
  }
}
