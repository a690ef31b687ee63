import {spawn, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {bin, type World} from './world.ts'

/** A command that serves, as a process of its own. */
export interface SandboxServer {
  url: string
  port: string
  /** Everything on stdout and on stderr so far. */
  stdout: () => string
  stderr: () => string
  /** Sends a signal and waits for the end: the exit code, or null after a kill. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** Serves the world's sandbox on a free port, unless the flags say another; resolves when it is ready. */
export function serveSandbox(world: World, ...flags: string[]): Promise<SandboxServer> {
  return startServing(world, 'sandbox', 'serve', '--port', '0', ...flags)
}

/** Runs a command that prints its URL when it is ready, and resolves then. */
export async function startServing(world: World, ...args: string[]): Promise<SandboxServer> {
  const child = spawn(process.execPath, [bin, ...args], {
    env: world.env,
    cwd: world.home,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const collected = {stdout: '', stderr: ''}
  child.stdout.on('data', (chunk: Buffer) => (collected.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (collected.stderr += chunk.toString()))
  const ended = once(child, 'close') as Promise<[number | null]>
  const url = await Promise.race([firstLine(child), ended.then(() => undefined)])
  if (url === undefined) throw new Error(`It did not start: ${collected.stderr}`)
  return {
    url,
    port: new URL(url).port,
    stdout: () => collected.stdout,
    stderr: () => collected.stderr,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      return (await ended)[0]
    },
  }
}

async function firstLine(child: ChildProcess): Promise<string | undefined> {
  for await (const line of createInterface({input: child.stdout!})) return line
  return undefined
}
