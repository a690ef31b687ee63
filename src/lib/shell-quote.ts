/** A text as one word for a POSIX shell, whatever is in it. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** The same, where quotes are needed. */
export function shellWord(text: string): string {
  return /^[\w+./:@=-]+$/.test(text) ? text : shellQuoted(text)
}
