const shownAtMost = 5

/** What is lost together with something else, in a line: `Campaigns: 7 (CSMILE1, CPROMO1 and 5 more)`; none where there is nothing. */
export function dependents(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return []
  const more = names.length > shownAtMost ? ` and ${names.length - shownAtMost} more` : ''
  return [`${what}: ${names.length} (${names.slice(0, shownAtMost).join(', ')}${more})`]
}
