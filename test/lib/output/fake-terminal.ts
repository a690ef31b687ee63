import {PassThrough} from 'node:stream'
import {Terminal} from '../../../src/lib/output/terminal.ts'

export interface FakeTerminal {
  terminal: Terminal
  stdin: PassThrough
  out: () => string
  err: () => string
}

/** A terminal whose streams stay in memory; `columns` makes all three terminals. */
export function fakeTerminal({
  columns,
  environment = {},
}: {columns?: number; environment?: NodeJS.ProcessEnv} = {}): FakeTerminal {
  const tty = columns === undefined ? {} : {isTTY: true, columns}
  const stdin = Object.assign(new PassThrough(), tty)
  const stdout = Object.assign(new PassThrough(), tty)
  const stderr = Object.assign(new PassThrough(), tty)
  return {
    terminal: new Terminal({stdin, stdout, stderr}, environment),
    stdin,
    out: gather(stdout),
    err: gather(stderr),
  }
}

function gather(stream: PassThrough): () => string {
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString()
}
