import {spawn, type IPty} from '@lydell/node-pty'
import {onTestFinished} from 'vitest'

export interface PtyRun {
  pty: IPty
  /** All that the terminal was sent so far. */
  output: () => string
  /** Resolves when the output holds the text. */
  shows: (text: string) => Promise<void>
  exit: Promise<number>
}

/** Runs a program in a real terminal; the end of the test is its end, too. */
export function startPty(
  file: string,
  args: readonly string[],
  {env, cwd, columns = 80}: {env: Record<string, string>; cwd?: string; columns?: number},
): PtyRun {
  const pty = spawn(file, [...args], {cols: columns, rows: 30, env, ...(cwd !== undefined && {cwd})})
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
      if (ended && !output.includes(text)) throw new Error(`It ended without showing “${text}”: ${output}`)
    }
  }
  return {pty, output: () => output, shows, exit}
}
