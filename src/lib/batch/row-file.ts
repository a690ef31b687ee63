import {rm} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import {type Readable} from 'node:stream'
import {usageError} from '../errors.ts'
import {fileFault} from '../file-faults.ts'
import {type InputReader} from '../input/read-value.ts'
import {checkReadable} from '../input/readable-file.ts'
import {pipeToFile} from '../output/pipe-to-file.ts'
import {type RowsAsked} from './batch-flags.ts'
import {type Columns} from './columns.ts'
import {type RowFile} from './read-rows.ts'
import {formatOf} from './row-format.ts'
import {makeFolder} from '../make-folder.ts'

/** What rows are called that were typed as arguments. */
export const listName = 'the arguments'

/** What rows are called that come from standard input. */
export const pipedName = 'standard input'

/** Where a job keeps rows that are in no file of their own. */
export function spoolOf(jobFolder: string): string {
  return join(jobFolder, 'rows')
}

/** What was kept for a job's sake alone goes with it. */
export async function removeSpool(jobFolder: string): Promise<void> {
  await rm(spoolOf(jobFolder), {force: true})
}

/** The file that was asked for; standard input is kept in the job's folder, since it is read twice. */
export async function rowFile(
  {path, usage}: RowsAsked,
  columns: Columns,
  {jobFolder, input}: {jobFolder: string; input: InputReader},
): Promise<RowFile> {
  const isPiped = path === '-'
  const place = isPiped ? spoolOf(jobFolder) : resolve(await checkReadable(path, usage))
  if (isPiped) await spool(input.stream(usage), place)
  const name = isPiped ? pipedName : path
  if (usage === '--retry-failed') return {path: place, name, format: 'outcomes'}
  return {path: place, name, format: await formatOf(path, place, (column) => columns.target(column) !== undefined)}
}

/** A file of values that were typed as arguments. */
export async function listedFile(values: readonly string[], jobFolder: string): Promise<RowFile> {
  const path = spoolOf(jobFolder)
  await spool(
    values.map((value) => `${value}\n`),
    path,
  )
  return {path, name: listName, format: 'list'}
}

async function spool(rows: Readable | readonly string[], path: string): Promise<void> {
  try {
    makeFolder(dirname(path))
    await pipeToFile(rows, path, {mode: 0o600, flush: true})
  } catch (error) {
    await rm(dirname(path), {recursive: true, force: true})
    throw usageError(`${path} cannot be written: ${fileFault(error)}.`, {code: 'unwritable-file', cause: error})
  }
}
