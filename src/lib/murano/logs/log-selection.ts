import {type Level, levels, type LogLine, severityOf, textOf, timeOf} from './log-line.ts'

/** Which lines are wanted; all that are said must hold. */
export interface LogSelection {
  /** Milliseconds since 1970. */
  since?: number | undefined
  /** This one and more severe ones. */
  level?: Level | undefined
  service?: string | undefined
  grep?: RegExp | undefined
}

export function isSelected(line: LogLine, {since, level, service, grep}: LogSelection): boolean {
  return (
    (since === undefined || !(timeOf(line) < since)) &&
    (level === undefined || severityOf(line) <= levels.indexOf(level)) &&
    (service === undefined || line.service === service) &&
    (grep === undefined || grep.test(textOf(line)))
  )
}
