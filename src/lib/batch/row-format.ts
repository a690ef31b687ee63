import {open} from 'node:fs/promises'

export type RowFormat = 'csv' | 'ndjson' | 'json' | 'yaml' | 'list' | 'outcomes'

const endings: readonly (readonly [RegExp, RowFormat])[] = [
  [/\.csv$/i, 'csv'],
  [/\.(ndjson|jsonl)$/i, 'ndjson'],
  [/\.json$/i, 'json'],
  [/\.ya?ml$/i, 'yaml'],
  [/\.txt$/i, 'list'],
]

const enoughToTell = 4096

/**
 * What rows are written in: the ending of the file's name says so, else its beginning. CSV has a header with a known column;
 * anything else is a list, a value a line.
 */
export async function formatOf(name: string, path: string, isColumn: (name: string) => boolean): Promise<RowFormat> {
  const named = endings.find(([ending]) => ending.test(name))
  return named?.[1] ?? formatOfText(await beginningOf(path), isColumn)
}

function formatOfText(text: string, isColumn: (name: string) => boolean): RowFormat {
  const begin = text.replace(/^\uFEFF/, '').trimStart()
  if (begin.startsWith('[')) return 'json'
  if (begin.startsWith('{')) return 'ndjson'
  if (/^(---|- )/.test(begin)) return 'yaml'
  const header = (begin.split(/\r?\n/)[0] ?? '').split(',')
  return header.some((name) => isColumn(name.trim().replaceAll('"', ''))) ? 'csv' : 'list'
}

async function beginningOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(enoughToTell), 0, enoughToTell, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
