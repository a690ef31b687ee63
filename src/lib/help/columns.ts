import wrapAnsi from 'wrap-ansi'

const gap = 2
const indent = '  '

/** Two columns, the second wrapped to the width and hanging; below it where the screen is too narrow for both. */
export function columns(rows: readonly (readonly [string, string])[], width: number): string {
  const left = Math.max(...rows.map(([name]) => name.length))
  const start = indent.length + left + gap
  const beside = width - start >= 20
  return rows
    .map(([name, text]) => {
      const lines = wrap(text, beside ? width - start : width - indent.length * 3)
      if (text === '') return indent + name
      if (!beside)
        return [
          ...wrap(name, width - indent.length).map((line) => indent + line),
          ...lines.map((line) => indent.repeat(3) + line),
        ].join('\n')
      return indent + name.padEnd(left + gap) + lines.join('\n' + ' '.repeat(start))
    })
    .join('\n')
}

/** Indented text, wrapped to the width; lines after the first hang where `hanging` is given. */
export function paragraph(text: string, width: number, hanging = ''): string {
  return wrap(text, width - indent.length - hanging.length)
    .map((line, at) => indent + (at === 0 ? '' : hanging) + line)
    .join('\n')
}

/** Lines of at most the width, where words allow it. */
export function wrap(text: string, width: number): string[] {
  // Most texts fit, and measuring their characters takes longer than all else on a page of help.
  if (text.length <= width && /^[ -~]*$/.test(text)) return [text]
  return wrapAnsi(text, width).split('\n')
}
