import {visible, visibleJson} from '../../output/sanitise.ts'
import {paint} from '../../output/style.ts'
import {type Terminal} from '../../output/terminal.ts'
import {type Level, levelOf, type LogLine, timeOf} from './log-line.ts'

const styles: Readonly<Record<Level, Parameters<typeof paint>[1]>> = {
  emergency: 'red',
  alert: 'red',
  critical: 'red',
  error: 'red',
  warning: 'yellow',
  notice: 'green',
  info: 'green',
  debug: 'gray',
}

/** A line for people: when, how severe, about what; then what it says, JSON over several lines. */
export function logText(line: LogLine, {colour}: Pick<Terminal, 'colour'>): string {
  const level = levelOf(line)
  const about = [line.service, line.event].filter((one) => one !== undefined).join('.')
  const head = [localTime(line), paint(colour.stdout, styles[level], level.padEnd(7)), visible(about)]
  const [first = '', ...rest] = [...messageLines(line.message), ...jsonLines(line.data)]
  return [`${head.filter((part) => part !== '').join(' ')}  ${first}`, ...rest.map((one) => `  ${one}`), ''].join('\n')
}

/** By the clock on the wall. */
function localTime(line: LogLine): string {
  const time = new Date(timeOf(line))
  if (Number.isNaN(time.getTime())) return visible(String(line.timestamp))
  const two = (number: number) => String(number).padStart(2, '0')
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-')
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':')
  return `${day} ${clock}.${String(time.getMilliseconds()).padStart(3, '0')}`
}

/** A message that is JSON, or ends in it, has it below. */
function messageLines(message: string | undefined): string[] {
  if (message === undefined) return []
  const [, before = '', json = ''] = /^([^{[]*)([{[][^]*)$/.exec(message.trimEnd()) ?? []
  try {
    return [visible(before.trimEnd()), ...jsonLines(JSON.parse(json))]
  } catch {
    return message
      .trimEnd()
      .split('\n')
      .map((line) => visible(line, '\t'))
  }
}

function jsonLines(value: unknown): string[] {
  return value === undefined ? [] : visibleJson(JSON.stringify(value, null, 2)).split('\n')
}
