import {usageError} from '../errors.ts'
import {checkAmount, checkInteger} from '../input/checks.ts'
import {type Shape} from '../operation/declaration.ts'
import {waitAsked} from '../waiting/wait-flag.ts'
import {type JobOptions} from './job.ts'

type Flags = Readonly<Record<string, unknown>>

const usualConcurrency = 8
const mostConcurrency = 256

/** Where rows come from, as it was typed. */
export interface RowsAsked {
  path: string
  usage: '--from-file' | '--retry-failed'
}

/** The file of rows that was asked for, if any. Throws a usage error for two of them. */
export function rowsAsked(flags: Flags): RowsAsked | undefined {
  const [from, retry] = [flags['from-file'], flags['retry-failed']] as (string | undefined)[]
  if (from !== undefined && retry !== undefined)
    throw usageError('--from-file and --retry-failed cannot be given together.')
  if (flags['edit'] === true && (from ?? retry) !== undefined)
    throw usageError('--edit is for one body: it cannot be given with a file of rows.')
  if (retry !== undefined) return {path: retry, usage: '--retry-failed'}
  if (from !== undefined) return {path: from, usage: '--from-file'}
  const lonely = ['map', 'concurrency', 'rate', 'outcomes'].find((name) => flags[name] !== undefined)
  if (lonely === undefined) return undefined
  throw usageError(`--${lonely} is for rows: it needs --from-file.`)
}

export function mapsOf(flags: Flags): string[] {
  return [(flags['map'] ?? []) as string | string[]].flat()
}

/** Throws a usage error for what is no number, or none that makes sense. */
export function jobOptions(flags: Flags, shape: Shape, concurrency = usualConcurrency): JobOptions {
  const follow = waitAsked(flags, shape)
  const typed = flags['concurrency'] as string | undefined
  return {
    concurrency:
      typed === undefined ? concurrency : checkInteger(typed, '--concurrency', {min: 1, max: mostConcurrency}),
    rate: amount(flags, 'rate'),
    outcomes: outcomesAsked(flags),
    wait: flags['wait'] !== false,
    ...(follow && {follow: {wanted: follow.wanted ?? null}}),
    price: amount(flags, 'price'),
  }
}

/** Throws a usage error where all rows together cost more than they may. */
export function checkCost(flags: Flags, rows: number): void {
  const [price, most] = [amount(flags, 'price'), amount(flags, 'max-cost')]
  if (price === null || most === null || price * rows <= most) return
  throw usageError(`${rows} at ${price} each cost ${(price * rows).toFixed(2)}, more than --max-cost ${most}.`, {
    code: 'max-cost',
    hint: 'Nothing was sent. Give fewer rows, or allow more.',
  })
}

function outcomesAsked(flags: Flags): string | null {
  const path = (flags['outcomes'] as string | undefined) ?? null
  if (path !== '-') return path
  throw usageError('--outcomes: “-” is no file.', {
    code: 'invalid-value',
    hint: 'Without --outcomes they go to standard output: add -o ndjson. A file of that name is ./-',
  })
}

function amount(flags: Flags, name: string): number | null {
  const typed = flags[name] as string | undefined
  return typed === undefined ? null : checkAmount(typed, `--${name}`)
}
