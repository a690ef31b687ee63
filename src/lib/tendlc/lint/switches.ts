/** What turns rules off, and why. */
export interface Switch {
  rules: readonly string[]
  /** Empty where nobody wrote one, which is an error of its own. */
  reason: string
  /** The line that it stands on, and the one that it is about; 0 for all lines. */
  line: number
  about: number
}

const form = /(?:^|\s)#\s*lint-(disable(?:-next-line|-line)?)(?![\w-])\s*(.*)$/

/** The switches in the comments of a YAML file: `# lint-disable-next-line RULE, RULE -- REASON`. */
export function switchesIn(text: string): Switch[] {
  if (!text.includes('lint-disable')) return []
  return text.split('\n').flatMap((content, index): Switch[] => {
    const [, verb, rest = ''] = form.exec(content.trimEnd()) ?? []
    if (verb === undefined) return []
    const [names = '', ...reason] = rest.split(/(?:^|\s)--\s/)
    const line = index + 1
    return [
      {
        rules: names.split(/[\s,]+/).filter((name) => name !== ''),
        reason: reason.join(' -- ').trim(),
        line,
        about: verb === 'disable' ? 0 : verb === 'disable-line' ? line : line + 1,
      },
    ]
  })
}
