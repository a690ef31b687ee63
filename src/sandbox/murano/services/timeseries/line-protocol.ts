import {refused} from '../failure.ts'
import {type FieldValue, type Point} from './point.ts'

/** Points in the line protocol of InfluxDB: `MEASUREMENT,TAG=VALUE FIELD=VALUE,… NANOSECONDS`, one a line. `now` is in microseconds. */
export function readLines(text: string, now: number): Point[] {
  const lines = text.split('\n').map((line) => line.trim())
  const points = lines.flatMap((line, index) =>
    line === '' || line.startsWith('#') ? [] : [readLine(line, index, now)],
  )
  if (points.length === 0) throw refused('There is no point to write.')
  return points
}

function readLine(line: string, index: number, now: number): Point {
  const fail = (why: string) => refused(`Unable to parse line ${index + 1}: ${why}.`)
  const [key = '', fieldText, timeText, ...rest] = splitOutside(line, ' ').filter((part) => part !== '')
  if (fieldText === undefined) throw fail('it has no fields')
  if (rest.length > 0) throw fail('there is something after the time')
  const [measurement = '', ...tags] = splitOutside(key, ',')
  if (measurement === '') throw fail('it has no measurement')
  if (timeText !== undefined && !/^-?\d+$/.test(timeText)) throw fail(`${timeText} is not a time in nanoseconds`)
  const pair = (text: string): [string, string] => {
    const [name = '', value = '', ...more] = splitOutside(text, '=')
    if (name === '' || value === '' || more.length > 0) throw fail(`${text || 'nothing'} is not a name with a value`)
    return [plain(name), value]
  }
  return {
    measurement: plain(measurement),
    tags: Object.fromEntries(tags.map(pair).map(([name, value]) => [name, plain(value)])),
    fields: Object.fromEntries(
      splitOutside(fieldText, ',')
        .map(pair)
        .map(([name, value]) => {
          const read = readValue(value)
          if (read === undefined) throw fail(`${value} is not the value of a field`)
          return [name, read]
        }),
    ),
    time: timeText === undefined ? now : Number(BigInt(timeText) / 1000n),
  }
}

function readValue(text: string): FieldValue | undefined {
  if (/^"(\\.|[^"\\])*"$/s.test(text)) return text.slice(1, -1).replaceAll(/\\(["\\])/g, '$1')
  if (/^(t|true)$/i.test(text)) return true
  if (/^(f|false)$/i.test(text)) return false
  if (/^-?\d+[iu]$/.test(text)) return Number(text.slice(0, -1))
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : undefined
}

/** The parts between separators that are neither behind a backslash nor within quotes. */
function splitOutside(text: string, separator: string): string[] {
  const parts = ['']
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if (letter === '\\') parts.push(`${parts.pop() ?? ''}\\${text.charAt(++at)}`)
    else if (letter === separator && !isQuoted) parts.push('')
    else {
      if (letter === '"') isQuoted = !isQuoted
      parts.push(`${parts.pop() ?? ''}${letter}`)
    }
  }
  return parts
}

/** A name or a tag's value without the backslashes that protect separators. */
function plain(text: string): string {
  return text.replaceAll(/\\([, =])/g, '$1')
}
