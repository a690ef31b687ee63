/** The lines, from 1, that the elements of an array begin on. The text is known to be JSON. */
export function elementLines(text: string): number[] {
  const found: number[] = []
  let [line, depth, expecting] = [1, 0, false]
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[^\s"[\]{},:]+|[[\]{},:\n]/g)) {
    if (token === '\n') {
      line += 1
      continue
    }
    if (depth === 1 && expecting && token !== ']') found.push(line)
    expecting = (token === '[' && depth === 0) || (token === ',' && depth === 1)
    if (token === '[' || token === '{') depth += 1
    if (token === ']' || token === '}') depth -= 1
  }
  return found
}
