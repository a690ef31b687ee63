import {type Level} from './rule.ts'

/** What is wrong at one place of a filing. */
export interface Finding {
  /** As it was named; of what is registered, `account UUID`. */
  file: string
  /** Id of the rule: switches name it, and the page of rules tells more. */
  rule: string
  level: Level
  /** `campaign.sample_messages[1]` */
  field: string
  /** What reviewers number the rejection as; null where the platform refuses the form itself. */
  code: string | null
  message: string
  /** What to change. */
  fix: string
  /** Where in the file, counted from 1; null where there is no file. */
  line: number | null
  column: number | null
  end_line: number | null
  /** The column after the last one. */
  end_column: number | null
}

/** A finding that a switch turned off, and why. */
export interface Suppressed extends Finding {
  reason: string
  /** Whether the switch stands in the file. */
  in_source: boolean
}

export function countOf(findings: readonly Pick<Finding, 'level'>[], level: Level): number {
  return findings.filter((finding) => finding.level === level).length
}
