import {spawnSync} from 'node:child_process'

/** Seconds from start to end of a whole process. */
export function time(node: string, args: readonly string[], env: NodeJS.ProcessEnv): number {
  const start = process.hrtime.bigint()
  const {status, stderr} = spawnSync(node, args, {env, maxBuffer: 2 ** 30})
  const seconds = secondsSince(start)
  if (status !== 0) throw new Error(`${args.join(' ')} exited with ${status}: ${stderr.toString()}`)
  return seconds
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

export function secondsSince(start: bigint): number {
  return Number(process.hrtime.bigint() - start) / 1e9
}
