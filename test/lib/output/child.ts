import {spawn, type ChildProcessWithoutNullStreams} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {type PtyRun, startPty} from '../../support/pty.ts'

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

/** Runs a script of the tests in a real terminal. */
export function startInTerminal(
  script: URL,
  args: readonly unknown[],
  {columns = 80, env = {}}: PtyOptions = {},
): PtyRun {
  return startPty(process.execPath, command(script, args), {columns, env: {...environment, ...env}})
}
