import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Exchange} from '../recording/exchange.ts'
import {type NumberedEntry, readHistory} from './history-file.ts'

/** A command that was run. */
export interface HistoryRow {
  number: number
  /** When it began. */
  time: string
  /** All of it, secrets masked. */
  command_line: string
  /** The profile in force, where one was. */
  profile: string | null
  exit: number
  /** The word of its error. */
  code: string | null
  milliseconds: number
  /** Those of its requests, and the one that an error names. */
  trace_ids: string[]
  /** How many requests it made. */
  request_count: number
}

/** The same with its requests: the last hundred. */
export interface HistoryDetails extends HistoryRow {
  requests: HistoryRequest[]
}

export interface HistoryRequest {
  /** When it was sent. */
  time: string
  /** From 1; above it, a repetition. */
  attempt: number
  method: string
  url: string
  headers: Record<string, string>
  /** Left out where there is none, or it is too large to be kept. */
  body?: unknown
  /** Null where no reply came. */
  status: number | null
  milliseconds: number
  /** Why there was no whole reply. */
  failure: string | null
}

export function historyRow(entry: NumberedEntry): HistoryRow {
  const {number, time, command, profile = null, exit, code = null, milliseconds, trace_ids, request_count} = entry
  const command_line = [command, ...entry.arguments.map(quoted)].join(' ')
  return {number, time, command_line, profile, exit, code, milliseconds, trace_ids, request_count}
}

export function historyDetails(entry: NumberedEntry): HistoryDetails {
  return {...historyRow(entry), requests: entry.requests.map(requestOf)}
}

/** The command of that number; without one, the last. Throws where there is none. */
export function findInHistory(folder: string, number: number | undefined): NumberedEntry {
  const entries = readHistory(folder)
  const found = number === undefined ? entries[0] : entries.find((entry) => entry.number === number)
  if (found !== undefined) return found
  throw new CliError(number === undefined ? 'The history is empty.' : `The history has no command ${number}.`, {
    code: 'not-in-history',
    exit: ExitCode.NotFound,
    hint: 'See what there is: commsctl history',
  })
}

/** One request in a line, for people. */
export function requestLine({method, url, status, milliseconds, failure}: HistoryRequest): string {
  return `${method} ${url}: ${failure ?? status ?? 'no reply'}, ${Math.round(milliseconds)} ms`
}

export function requestOf({
  at,
  attempt,
  method,
  url,
  headers,
  body,
  reply,
  milliseconds,
  failure,
}: Exchange): HistoryRequest {
  return {
    ...{time: new Date(at).toISOString(), attempt, method, url, headers: {...headers}},
    ...(body !== undefined && {body}),
    ...{status: reply?.status ?? null, milliseconds: Math.round(milliseconds), failure: failure ?? null},
  }
}

/** For people to read: what a shell would take apart stands in quotes. */
function quoted(word: string): string {
  return /^[\w@%+=:,./*…-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
