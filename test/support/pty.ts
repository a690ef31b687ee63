import {spawn, type IPty} from '@lydell/node-pty'
import {onTestFinished, type TestContext} from 'vitest'

export interface PtyRun {
  pty: IPty
  /** All that the terminal was sent so far. */
  output: () => string
  /** Resolves when the output holds the text, from a place on where one is given; throws when the program ends without showing it. */
  shows: (text: string, from?: number) => Promise<void>
  /** The exit code, 128 and more after a signal, when all output is there. */
  exit: Promise<number>
}

/**
 * The end of a terminal may be told before all that was written to it has come. So a shell writes the exit code behind the
 * program's output, between characters that no program writes.
 */
const withExitCode = 'trap : INT; "$@"; printf "\\035%d\\035" $?'
const exitCode = /\u001d(\d+)\u001d$/

export interface PtyOptions {
  env: Record<string, string>
  cwd?: string
  columns?: number
  /** The test's own, which tests that run side by side must give. */
  onFinished?: TestContext['onTestFinished']
}

/** Runs a program in a real terminal; the end of the test is its end, too. */
export function startPty(
  file: string,
  args: readonly string[],
  {env, cwd, columns = 80, onFinished = onTestFinished}: PtyOptions,
): PtyRun {
  const options = {cols: columns, rows: 30, env, ...(cwd !== undefined && {cwd})}
  const pty = spawn('sh', ['-c', withExitCode, 'sh', file, ...args], options)
  let output = ''
  let wake = () => {}
  let end: (code: number) => void = () => {}
  const exit = new Promise<number>((resolve) => (end = resolve))
  let running = true
  pty.onData((data) => {
    output += data
    const [marker, code] = exitCode.exec(output) ?? []
    if (marker !== undefined) {
      output = output.slice(0, -marker.length)
      running = false
      end(Number(code))
    }
    wake()
  })
  onFinished(({task}) => {
    if (!running) return
    // What hangs says best where.
    if (task.result?.state === 'fail')
      process.stderr.write(`Still running: ${args.join(' ')}\n${output.slice(-2000)}\n`)
    pty.kill('SIGKILL')
  })
  const shows = async (text: string, from = 0) => {
    while (!output.includes(text, from)) {
      if (!running) throw new Error(`It ended without showing “${text}”: ${output}`)
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {pty, output: () => output, shows, exit}
}
