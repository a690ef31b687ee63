import {execa} from 'execa'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {startPty} from './pty.ts'
import {bin} from './world.ts'

/** A command line to run: its arguments, and all of its environment. */
export interface Job {
  args: string[]
  env: Readonly<Record<string, string>>
  cwd: string
}

export interface Outcome {
  args: string[]
  exitCode: number
  stdout: string
  stderr: string
}

export interface BatchOptions {
  /** Runs in a terminal of that width; with pipes and no standard input unless said. */
  columns?: number
  /** Of the process as a whole: what is read once, such as NO_COLOR. */
  env?: Readonly<Record<string, string>>
}

/** Runs command lines with this text on standard input, and gives back what they left of it for the next program. */
export async function leftOfInput(jobs: readonly Job[], input: string): Promise<string> {
  return inFolder(jobs, async ({args, folder, outcomes}) => {
    const env = {PATH: process.env['PATH'] ?? '', HOME: folder}
    const words = ['-c', '"$@" > /dev/null && cat', 'bash', process.execPath, ...args]
    const {stdout} = await execa('bash', words, {extendEnv: false, env, cwd: folder, input, stripFinalNewline: false})
    if (outcomes().length !== jobs.length) throw new Error('Not all of them were run.')
    return stdout
  })
}

const script = join(import.meta.dirname, 'batch-process.ts')

/** The folder of the program that is tested. */
export const programFolder = join(bin, '../..')

/**
 * Runs many command lines on the built program in one process, one after another: a sweep over all commands takes seconds.
 * What depends on the process itself (signals, closed pipes, standard input) is tested with processes of their own.
 */
export async function runBatch(jobs: readonly Job[], {columns, env = {}}: BatchOptions = {}): Promise<Outcome[]> {
  return inFolder(jobs, async ({args, folder, outcomes}) => {
    const environment = {PATH: process.env['PATH'] ?? '', HOME: folder, ...env}
    if (columns === undefined) {
      await execa(process.execPath, args, {extendEnv: false, env: environment, cwd: folder, stdin: 'ignore'})
    } else {
      const {exit, output} = startPty(process.execPath, args, {env: environment, cwd: folder, columns})
      if ((await exit) !== 0) throw new Error(output())
    }
    return outcomes()
  })
}

interface Prepared {
  /** For node: the script with its arguments. */
  args: string[]
  folder: string
  outcomes: () => Outcome[]
}

async function inFolder<T>(jobs: readonly Job[], work: (prepared: Prepared) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'commsctl-batch-'))
  try {
    const [jobsFile, outcomesFile] = [join(folder, 'jobs.json'), join(folder, 'outcomes.json')]
    writeFileSync(jobsFile, JSON.stringify(jobs))
    const args = ['--import', import.meta.resolve('tsx'), script, programFolder, jobsFile, outcomesFile]
    return await work({args, folder, outcomes: () => JSON.parse(readFileSync(outcomesFile, 'utf8')) as Outcome[]})
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
