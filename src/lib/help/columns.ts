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
      if (!beside) return [indent + name, ...lines.map((line) => indent.repeat(3) + line)].join('\n')
      return indent + name.padEnd(left + gap) + lines.join('\n' + ' '.repeat(start))
    })
    .join('\n')
}

function wrap(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line === '') lines[lines.length - 1] = word
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
