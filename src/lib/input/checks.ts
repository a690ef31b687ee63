import {usageError} from '../errors.ts'

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A uuid in lower case. `usage` is what the value is called on the command line: `--user`, `CAMPAIGN`. */
export function checkUuid(typed: string, usage: string): string {
  const text = typed.trim()
  if (uuidForm.test(text)) return text.toLowerCase()
  throw wrong(usage, typed, `is not a uuid: ${uuidFault(text)}`)
}

function uuidFault(text: string): string {
  const strange = /[^0-9a-f-]/i.exec(text)
  if (strange !== null) return `character ${strange.index + 1}, “${strange[0]}”, is not a hexadecimal digit.`
  const digits = text.replaceAll('-', '').length
  if (digits !== 32) return `it has ${digits} digits, not 32.`
  return 'its groups are not 8-4-4-4-12 digits.'
}

/** An address of the form name@domain; whether it exists only mail can tell. */
export function checkEmail(typed: string, usage: string): string {
  const text = typed.trim()
  const at = text.lastIndexOf('@')
  if (at === -1) throw wrong(usage, typed, 'is not an e-mail address: it has no @.')
  if (at === 0) throw wrong(usage, typed, 'is not an e-mail address: nothing stands before the @.')
  if (/[\s<>,;]/.test(text)) throw wrong(usage, typed, 'is not a single plain e-mail address.')
  if (/^[^.@]+(\.[^.@]+)+$/.test(text.slice(at + 1))) return text
  throw wrong(usage, typed, 'is not an e-mail address: what follows the @ is not a domain.')
}

/** An absolute http or https URL, as it was typed. */
export function checkUrl(typed: string, usage: string): string {
  const text = typed.trim()
  if (!URL.canParse(text))
    throw wrong(usage, typed, 'is not a URL.', 'Write it whole, for example https://example.com/hook.')
  const {protocol} = new URL(text)
  if (protocol === 'http:' || protocol === 'https:') return text
  throw wrong(usage, typed, `is not a web address: it begins with ${protocol}, not http: or https:.`)
}

/** A whole number within the bounds, which are allowed values themselves. */
export function checkInteger(
  typed: string,
  usage: string,
  {min, max}: {min?: number | undefined; max?: number | undefined} = {},
): number {
  const value = Number(typed)
  if (!/^\s*[+-]?\d+\s*$/.test(typed) || !Number.isSafeInteger(value))
    throw wrong(usage, typed, 'is not a whole number.')
  if (min !== undefined && value < min) throw wrong(usage, typed, `is less than ${min}.`)
  if (max !== undefined && value > max) throw wrong(usage, typed, `is more than ${max}.`)
  return value
}

/** An amount of money, in whatever currency. */
export function checkAmount(typed: string, usage: string): number {
  const value = Number(typed)
  if (typed.trim() !== '' && Number.isFinite(value) && value > 0) return value
  throw wrong(usage, typed, 'is not a number above 0.')
}

const dateForm = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** An ISO 8601 date (`2026-03-31`) or date and time (`2026-03-31T08:00:00Z`), as it was typed. */
export function checkDate(typed: string, usage: string): string {
  const text = typed.trim()
  const parts = dateForm.exec(text)
  if (parts === null) {
    throw wrong(usage, typed, 'is not a date.', 'Write it as 2026-03-31 or 2026-03-31T08:00:00Z.')
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (month < 1 || month > 12) throw wrong(usage, typed, `is not a date: there is no month ${month}.`)
  if (day < 1 || day > days) throw wrong(usage, typed, `is not a date: that month has ${days} days.`)
  if (hour > 23 || minute > 59 || second > 59) throw wrong(usage, typed, 'is not a time of day.')
  return text
}

const units: Readonly<Record<string, number>> = {ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000}

/** A length of time, `30s`, `2m`, `1.5h` or a plain number of seconds or what else it counts, in milliseconds. */
export function checkDuration(typed: string, usage: string, plain: 's' | 'ms' = 's'): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(typed.trim()) ?? []
  const factor = units[unit?.toLowerCase() || plain]
  if (amount !== undefined && factor !== undefined) return Math.round(Number(amount) * factor)
  throw wrong(
    usage,
    typed,
    'is not a length of time.',
    `Write for example 500ms, 30s, 2m, 1h or 1d; a plain number is ${plain === 's' ? 'seconds' : 'milliseconds'}.`,
  )
}

/** More often would be a burden on the service. */
const shortestIntervalMs = 500

/** How long to wait between two looks, in milliseconds. */
export function checkInterval(typed: string, usage: string): number {
  const intervalMs = checkDuration(typed, usage)
  if (intervalMs >= shortestIntervalMs) return intervalMs
  throw usageError(`${usage}: ${typed} is too often for the service.`, {
    code: 'invalid-value',
    hint: `The shortest time between two looks is ${shortestIntervalMs}ms.`,
  })
}

/** A length of time as it is typed. */
export function durationText(ms: number): string {
  return ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`
}

function wrong(usage: string, typed: string, what: string, hint?: string) {
  if (typed.trim() === '') return usageError(`${usage} is empty.`, {code: 'invalid-value', hint})
  return usageError(`${usage}: “${typed}” ${what}`, {code: 'invalid-value', hint})
}

/** Checks the counts that lists take, whoever uses them later. */
export function checkCounts({limit, offset}: Readonly<Record<string, unknown>>): void {
  if (typeof limit === 'string') checkInteger(limit, '--limit', {min: 1})
  if (typeof offset === 'string') checkInteger(offset, '--offset', {min: 0})
}
