/**
 * Runs the command lines of a file one after another in this process, each as `bin/run.js` would, and writes what became
 * of them to another file. Arguments: START JOBS OUTCOMES.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {type Job, type Outcome} from './batch.ts'

type Start = (options: {root: string; code: string; extension: string; argv: string[]}) => Promise<void>
type Callback = (error?: Error | null) => void

const [rootFolder = '', jobsFile = '', outcomesFile = ''] = process.argv.slice(2)
const {start} = createRequire(import.meta.url)(join(rootFolder, 'dist/start.js')) as {start: Start}

/** Takes what is written to a stream from here on. */
function tap(stream: NodeJS.WriteStream): {take: () => string} {
  let text = ''
  stream.write = (chunk: string | Uint8Array, encoding?: BufferEncoding | Callback, callback?: Callback) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    const done = typeof encoding === 'function' ? encoding : callback
    if (done !== undefined) process.nextTick(done)
    return true
  }
  return {
    take: () => {
      const taken = text
      text = ''
      return taken
    },
  }
}

const stdout = tap(process.stdout)
const stderr = tap(process.stderr)

async function run({args, env, cwd}: Job): Promise<Outcome> {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, env)
  process.chdir(cwd)
  process.exitCode = 0
  await start({root: rootFolder, code: 'dist', extension: '.js', argv: args})
  return {args, exitCode: process.exitCode, stdout: stdout.take(), stderr: stderr.take()}
}

const outcomes: Outcome[] = []
for (const job of JSON.parse(readFileSync(jobsFile, 'utf8')) as Job[]) outcomes.push(await run(job))
writeFileSync(outcomesFile, JSON.stringify(outcomes))
process.exitCode = 0
