import {createReadStream} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {pipeToFile} from './pipe-to-file.ts'

/** Takes in rows of any number on disk, where only you can read them, and gives them out once more; memory stays flat. */
export async function* spooled<Row>(rows: AsyncIterable<Row>, onRow: (row: Row) => void): AsyncGenerator<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'commsctl-'))
  const file = join(folder, 'rows')
  try {
    await pipeToFile(lines(rows, onRow), file, {mode: 0o600})
    for await (const line of createInterface({input: createReadStream(file), crlfDelay: Infinity})) {
      yield JSON.parse(line) as Row
    }
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/** JSON leaves them as they are, and readers of lines take them for line breaks. */
const otherBreaks = /[\u2028\u2029]/g
const escaped = (character: string) => (character === '\u2028' ? '\\u2028' : '\\u2029')

async function* lines<Row>(rows: AsyncIterable<Row>, onRow: (row: Row) => void): AsyncGenerator<string> {
  for await (const row of rows) {
    onRow(row)
    yield `${JSON.stringify(row).replaceAll(otherBreaks, escaped)}\n`
  }
}
