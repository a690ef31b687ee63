import {spawnSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {secondsSince} from './timing.ts'
import {bin, home} from './user.ts'

export interface Run {
  seconds: number
  /** Mebibytes. */
  peak: number
  stdout: Buffer
}

/** Runs the program; it tells its peak memory itself at its end. */
export function runWithPeak(args: readonly string[], env: NodeJS.ProcessEnv): Run {
  const [report, result] = [join(home, 'peak.cjs'), join(home, 'peak.txt')]
  const write = `require('node:fs').writeFileSync(${JSON.stringify(result)}, String(process.resourceUsage().maxRSS))`
  writeFileSync(report, `process.on('exit', () => ${write})\n`)
  const start = process.hrtime.bigint()
  const {status, stdout, stderr} = spawnSync(process.execPath, ['--require', report, bin, ...args], {
    env,
    maxBuffer: 2 ** 30,
  })
  const seconds = secondsSince(start)
  if (status !== 0) throw new Error(`${args.join(' ')} exited with ${status}: ${stderr.toString()}`)
  return {seconds, peak: Number(readFileSync(result, 'utf8')) / 1024, stdout}
}
