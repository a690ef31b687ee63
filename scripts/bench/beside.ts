import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {secondsSince} from './timing.ts'
import {bin} from './user.ts'

/** Seconds that a command takes, while this process goes on, as it must where it answers the command. */
export async function timeBeside(args: readonly string[], env: NodeJS.ProcessEnv, cwd: string): Promise<number> {
  const start = process.hrtime.bigint()
  const child = spawn(process.execPath, [bin, ...args], {env, cwd, stdio: ['ignore', 'ignore', 'inherit']})
  const [code] = (await once(child, 'exit')) as [number]
  if (code !== 0) throw new Error(`${args.join(' ')} exited with ${code}`)
  return secondsSince(start)
}
