import {execFileSync, spawn, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {onTestFinished} from 'vitest'
import {bin, type World} from './world.ts'

/** A command that goes on until it is ended, and prints rows meanwhile. */
export interface Following<Row> {
  child: ChildProcess
  /** Rows so far. */
  rows: Row[]
  stderr: () => string
  /** Resolves when that holds, of rows or messages. */
  until: (holds: () => boolean) => Promise<void>
  /** Resolves when it has said that. */
  says: (text: string) => Promise<void>
  /** MiB that it holds. */
  memory: () => number
  ended: Promise<[number | null, string | null]>
}

/** How long tests follow: longer for a soak, `npm run soak`, which also looks at the memory. */
export const soak = {
  events: Number(process.env['FOLLOW_EVENTS'] ?? 30),
  connections: Number(process.env['FOLLOW_EVENTS'] ?? 6),
  isLong: process.env['FOLLOW_EVENTS'] !== undefined,
}

/** Starts it; it is gone when the test is. */
export function following<Row>(world: World, args: readonly string[]): Following<Row> {
  const child = spawn(process.execPath, [bin, ...args], {
    ...{env: world.env, cwd: world.home, stdio: ['ignore', 'pipe', 'pipe']},
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const rows: Row[] = []
  let stderr = ''
  let wake = () => {}
  const ended = once(child, 'close') as Promise<[number | null, string | null]>
  createInterface({input: child.stdout}).on('line', (line) => {
    if (line.startsWith('{')) rows.push(JSON.parse(line) as Row)
    wake()
  })
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString()
    wake()
  })
  void ended.then(() => wake())
  const until = async (holds: () => boolean) => {
    while (!holds()) {
      if (child.exitCode !== null) throw new Error(`It ended before: ${stderr}`)
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  const says = (text: string) => until(() => stderr.includes(text))
  const memory = () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) / 1024
  return {child, rows, stderr: () => stderr, until, says, memory, ended}
}
