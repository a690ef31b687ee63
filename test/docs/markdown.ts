/** What stands in a Markdown document, as far as its checks need to know. */
export interface Document {
  /** Fenced blocks: the language, what stands behind it, and the lines. */
  blocks: Block[]
  /** Inline code outside of blocks. */
  codes: string[]
  /** Targets of links. */
  links: string[]
  /** What a link to a heading names it by. */
  anchors: string[]
}

export interface Block {
  language: string
  lines: string[]
}

export function readDocument(markdown: string): Document {
  const blocks: Block[] = []
  const prose: string[] = []
  let block: Block | undefined
  for (const line of markdown.split('\n')) {
    if (!line.startsWith('```')) {
      ;(block?.lines ?? prose).push(line)
    } else if (block === undefined) {
      block = {language: line.slice(3).trim(), lines: []}
      blocks.push(block)
    } else {
      block = undefined
    }
  }
  const text = prose.join('\n')
  return {
    blocks,
    codes: [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
    links: [...text.replace(/`[^`\n]+`/g, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target),
    anchors: prose.flatMap((line) => (/^#+ /.test(line) ? [anchorOf(line.replace(/^#+ /, ''))] : [])),
  }
}

/** As GitHub makes them: small letters, dashes for spaces, no other punctuation. */
function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

/** The rows of the table below a heading, as their cells, without the head. */
export function tableBelow(markdown: string, heading: string): string[][] {
  const lines = markdown.split('\n')
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading)
  const from = lines.findIndex((line, index) => start !== -1 && index > start && line.startsWith('|'))
  if (from === -1) throw new Error(`There is no table below “${heading}”.`)
  const end = lines.findIndex((line, index) => index > from && !line.startsWith('|'))
  return lines.slice(from + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}
