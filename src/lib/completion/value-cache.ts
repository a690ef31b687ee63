import {execFile, spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {type Program} from '../program.ts'
import {makeFolder} from '../make-folder.ts'

/** A value with what it stands for. */
export interface Candidate {
  value: string
  about: string
}

export interface Source {
  /** The list command that is run, with the flags that say for whom. */
  args: readonly string[]
  /** What identifies whose things they are: host, account, user. */
  whose: string
  /** The field of a row that is the value, and those that tell what it is. */
  id: string
  about: readonly string[]
}

const freshMs = 5 * 60_000
/** A refresh that has not come back by then never will. */
const refreshMs = 15_000
const rowsAtMost = 200
/** Whose values nobody has wanted for so long, with a token that is over or in an account left behind, wants them no more. */
const keptMs = 7 * 24 * 60 * 60_000

/**
 * Values that a list command gave not long ago. Where they are old or missing, what there is is given back at once, and
 * the list is asked for in the background: completion never waits for the network.
 */
export function cachedValues(source: Source, folder: string, {root}: Program): Candidate[] {
  const file = fileOf(source, folder)
  const age = ageOf(file)
  if (age === undefined || age > freshMs) refreshBehind(source, file, join(root, 'bin/run.js'))
  return read(file)
}

function fileOf({args, whose}: Source, folder: string): string {
  const name = createHash('sha256')
    .update(JSON.stringify([args, whose]))
    .digest('hex')
    .slice(0, 32)
  return join(folder, 'completion', `${name}.json`)
}

function ageOf(file: string): number | undefined {
  const found = statSync(file, {throwIfNoEntry: false})
  return found && Date.now() - found.mtimeMs
}

function read(file: string): Candidate[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Candidate[]
  } catch {
    return []
  }
}

/** One process at a time: the others find that somebody has begun. */
function refreshBehind(source: Source, file: string, bin: string): void {
  const begun = `${file}.begun`
  const age = ageOf(begun)
  if (age !== undefined && age < refreshMs) return
  makeFolder(dirname(file))
  writeFileSync(begun, '')
  spawn(process.execPath, [bin, '__refresh', file, JSON.stringify(source)], {detached: true, stdio: 'ignore'}).unref()
}

/** Runs the list command and keeps what it gives; where it fails, nothing, so that it is not run for every key. */
export async function refresh(file: string, {args, id, about}: Source, bin: string): Promise<void> {
  const rows = await new Promise<Record<string, unknown>[]>((resolve) => {
    const all = [bin, ...args, '--limit', String(rowsAtMost), '-o', 'json']
    execFile(process.execPath, all, {timeout: refreshMs}, (error, stdout) =>
      resolve(error === null ? (JSON.parse(stdout) as Record<string, unknown>[]) : []),
    )
  })
  const candidates = rows.map((row) => ({
    value: asText(row[id]),
    about: about
      .map((name) => asText(row[name]))
      .filter(Boolean)
      .join(' '),
  }))
  const part = `${file}.${process.pid}`
  writeFileSync(part, JSON.stringify(candidates), {mode: 0o600})
  renameSync(part, file)
  removeOld(dirname(file))
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if ((ageOf(file) ?? 0) > keptMs) rmSync(file, {force: true})
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
