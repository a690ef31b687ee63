import {spawn, type ChildProcessWithoutNullStreams} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {spawn as spawnPty, type IPty} from '@lydell/node-pty'
import {onTestFinished} from 'vitest'

const environment = {PATH: process.env['PATH'], HOME: process.env['HOME'], TERM: 'xterm-256color'} as Record<
  string,
  string
>

function command(script: URL, args: readonly unknown[]): string[] {
  return ['--import', 'tsx', fileURLToPath(script), ...args.map((arg) => JSON.stringify(arg))]
}

/** Runs a script of the tests with pipes. */
export function startPiped(script: URL, ...args: unknown[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, command(script, args), {env: environment})
}

export function ended(child: ChildProcessWithoutNullStreams): Promise<{code: number | null; signal: string | null}> {
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({code, signal})))
}

export interface PtyOptions {
  columns?: number
  env?: Record<string, string>
}

export interface PtyRun {
  pty: IPty
  /** All that the terminal was sent so far. */
  output: () => string
  /** Resolves when the output holds the text. */
  shows: (text: string) => Promise<void>
  exit: Promise<number>
}

/** Runs a script of the tests in a real terminal. */
export function startInTerminal(
  script: URL,
  args: readonly unknown[],
  {columns = 80, env = {}}: PtyOptions = {},
): PtyRun {
  const pty = spawnPty(process.execPath, command(script, args), {
    cols: columns,
    rows: 30,
    env: {...environment, ...env},
  })
  let output = ''
  let wake = () => {}
  pty.onData((data) => {
    output += data
    wake()
  })
  const exit = new Promise<number>((resolve) =>
    pty.onExit(({exitCode, signal}) => resolve(signal ? 128 + signal : exitCode)),
  )
  let running = true
  void exit.then(() => (running = false))
  onTestFinished(() => {
    if (running) pty.kill('SIGKILL')
  })
  const shows = async (text: string) => {
    while (!output.includes(text)) {
      const ended = await Promise.race([
        new Promise<false>((resolve) => (wake = () => resolve(false))),
        exit.then(() => true),
      ])
      if (ended && !output.includes(text)) throw new Error(`The script ended without showing “${text}”: ${output}`)
    }
  }
  return {pty, output: () => output, shows, exit}
}
