import {type Finding} from '../finding.ts'

/** A finding as GitHub's workflows show it beside the line that it is about. */
export function githubLine({
  file,
  rule,
  level,
  field,
  message,
  fix,
  line,
  column,
  end_line,
  end_column,
}: Finding): string {
  const place: [string, string | number][] =
    line === null
      ? []
      : [
          ['file', file],
          ['line', line],
          ['endLine', end_line!],
          // GitHub takes columns only where all is on one line, and counts the last one in.
          ...(line === end_line
            ? ([
                ['col', column!],
                ['endColumn', Math.max(column!, end_column! - 1)],
              ] as [string, number][])
            : []),
        ]
  const properties = [...place, ['title', `10dlc ${rule}`] as const]
  const written = properties.map(
    ([name, value]) => `${name}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  )
  return `::${level} ${written.join(',')}::${escaped(`${field}: ${message} ${fix}`)}`
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
