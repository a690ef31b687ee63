import {randomBytes} from 'node:crypto'
import {rm} from 'node:fs/promises'
import {resolve} from 'node:path'
import {maskJson} from '../client/masking.ts'
import {type JsonValue} from '../client/wire.ts'
import {type Console} from '../console.ts'
import {usageError} from '../errors.ts'
import {sameJson} from '../same-json.ts'
import {asksFirst, question} from '../operation/confirm.ts'
import {type Declaration, type DocumentedCall} from '../operation/declaration.ts'
import {type Consequences} from '../operation/go-ahead.ts'
import {preparedValues, showRequests} from '../operation/procedure.ts'
import {noteLater} from '../operation/run.ts'
import {checkCost, jobOptions, mapsOf, type RowsAsked} from './batch-flags.ts'
import {type Checked, checkRows} from './check-rows.ts'
import {checkedRequests} from './checked-requests.ts'
import {Columns} from './columns.ts'
import {Job, type JobOrder} from './job.ts'
import {jobFolder} from '../jobs/stored-job.ts'
import {type RowFile} from './read-rows.ts'
import {mustNotBeRows} from './outcome-file.ts'
import {listedFile, listName, pipedName, rowFile} from './row-file.ts'
import {RowInput} from './row-input.ts'
import {RowValues} from './row-values.ts'
import {callerOf, runJob, runOne, type Work} from './run-job.ts'
import {isSecret, Telling} from './told.ts'
import {grouped} from '../output/grouped.ts'

/** Rows whose consequences are looked up before somebody is asked. */
const mostLookedUp = 100

export interface BatchStart {
  /** Words of the command. */
  command: string
  shape: Declaration
  /** What was given for all rows, checked. */
  constants: Readonly<Record<string, unknown>>
  flags: Readonly<Record<string, unknown>>
  console: Console
}

/** Does a call for each row of the file that was asked for. */
export async function startFile(start: BatchStart, asked: RowsAsked): Promise<void> {
  const {shape, flags, console} = start
  const id = newJobId()
  const folder = jobFolder(console.paths, id)
  const columns = new Columns(shape, mapsOf(flags))
  const file = await rowFile(asked, columns, {jobFolder: folder, input: console.input})
  const typed = Object.entries(shape.parameters).flatMap(([name, {usage, presence}]) =>
    !usage.startsWith('--') && presence === 'required' && start.constants[name] !== undefined ? [name] : [],
  )
  await startJob({...start, constants: await withScopes(start)}, {id, file, columns, typed})
}

/** Does a call for each of the things that were given as arguments; one alone needs no journal. */
export async function startList(start: BatchStart, things: readonly string[]): Promise<void> {
  const {shape, console} = start
  const id = newJobId()
  const {parameter} = shape.each!
  const scoped = Object.entries(await withScopes(start))
  const constants = Object.fromEntries(scoped.filter(([name]) => name !== parameter))
  const file = await listedFile(things, jobFolder(console.paths, id))
  await startJob({...start, constants}, {id, file, columns: new Columns(shape, [])})
}

async function startJob(
  {command, shape, constants, flags, console}: BatchStart,
  {id, file, columns, typed}: {id: string; file: RowFile; columns: Columns; typed?: readonly string[]},
): Promise<void> {
  const isListed = file.name === listName
  const folder = jobFolder(console.paths, id)
  let isBegun = false
  try {
    const options = jobOptions(flags, shape, isListed ? 1 : undefined)
    if (options.outcomes !== null)
      await mustNotBeRows(options.outcomes, file.name === pipedName ? '/dev/stdin' : file.path)
    const work = {...workOn({shape, file, columns, constants, console}), options}
    const checked = await checkRows(file, {shape, columns, values: work.values, ...(typed && {typed})})
    if (file.format === 'outcomes') await tellUnsent(file, checked.rows, console)
    if (checked.rows === 0) return await console.note(`No row of ${file.name} failed: there is nothing to do again.`)
    await tellUnused(checked, console)
    if (flags['dry-run'] === true) return await showAll(work, console)
    checkCost(flags, checked.rows)
    const effect = {...shape.effect!, ...(checked.destroys && {destructive: true})}
    if (asksFirst(effect, console)) {
      const asked = question(effect, checked.first, checked.rows)
      await console.confirm(asked, consequencesOf(work, checked.rows, console))
    }
    if (isListed && checked.rows === 1) return await runOne({...work, total: 1}, console)
    const outcomes = options.outcomes === null ? null : resolve(options.outcomes)
    const order: JobOrder = {
      ...{id, command, operation: shape.operation, begun: new Date().toISOString()},
      ...{profile: console.settings.profile?.name ?? null, api_host: console.settings.values.api_host},
      file: {...file, digest: checked.digest, rows: checked.rows},
      maps: mapsOf(flags),
      ...kept(shape, constants),
      options: {...options, outcomes},
    }
    const job = await Job.create(console.paths, order)
    isBegun = true
    await runJob(job, {...work, total: checked.rows, options: order.options}, console, {isResumed: false})
  } finally {
    if (!isBegun) await rm(folder, {recursive: true, force: true})
  }
}

/** What works on rows, whether they are begun or gone on with. */
export function workOn({
  shape,
  file,
  columns,
  constants,
  console,
}: Pick<BatchStart, 'shape' | 'constants' | 'console'> & {file: RowFile; columns: Columns}): Omit<Work, 'options'> {
  const input = new RowInput(console.terminal)
  const textual = file.format === 'csv' || file.format === 'outcomes'
  const values = new RowValues({shape, columns, constants, input, textual})
  const isListed = file.name === listName
  return {shape, file, total: 0, values, isListed, telling: new Telling(shape, columns, !isListed)}
}

/** Account and user as they are now: a resumed job acts for the same, whatever the profile says by then. */
async function withScopes({shape, constants, console}: BatchStart): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {...constants}
  const {fallback} = console.valueSources()
  for (const [name, parameter] of Object.entries(shape.parameters)) {
    if (parameter.fallback !== undefined && parameter.presence === 'filled')
      values[name] ??= await fallback(parameter.fallback)
  }
  return values
}

/** What a job remembers of the values for all rows; secrets are not among it. */
function kept(shape: Declaration, given: Readonly<Record<string, unknown>>): Pick<JobOrder, 'constants' | 'withheld'> {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined)
  const isOpen = ([name, value]: [string, unknown]): boolean =>
    !isSecret(name, shape.parameters[name]!) && sameJson(maskJson(value as JsonValue), value as JsonValue)
  return {
    constants: Object.fromEntries(entries.filter(isOpen)),
    withheld: entries.filter((entry) => !isOpen(entry)).map(([name]) => name),
  }
}

/** Rows that an interrupted batch never sent are in no file of outcomes. Throws where no other row is left to do. */
async function tellUnsent({path, name}: RowFile, rows: number, console: Console): Promise<void> {
  const {allJobs} = await import('../jobs/open-job.ts')
  for (const job of await allJobs(console.paths)) {
    if (!(job instanceof Job) || job.order.options.outcomes !== path) continue
    const {id, state, left} = (await job.viewAmongOthers()).view
    if (state !== 'interrupted') continue
    const unsent = `${name} lacks rows of job ${id}, which was interrupted: ${left} are left.`
    const hint = `Go on with it first: commsctl jobs resume ${id}`
    if (rows === 0) throw usageError(unsent, {code: 'empty-input', hint})
    await console.warn(`${unsent} ${hint}`)
  }
}

async function tellUnused({unused}: Checked, console: Console): Promise<void> {
  if (unused.length > 0) await console.warn(`Columns that are for nothing here: ${unused.join(', ')}.`)
}

async function showAll(work: Omit<Work, 'options'>, console: Console): Promise<void> {
  const later = new Set<DocumentedCall>()
  for await (const values of checkedRequests(work)) {
    const prepared = await preparedValues(work.shape, values, callerOf(console))
    for (const call of await showRequests(work.shape, prepared, console)) later.add(call)
  }
  await noteLater(later, console)
}

/** What depends on the things of the rows, looked up for as many as somebody reads before a question. */
function consequencesOf(work: Omit<Work, 'options'>, rows: number, console: Console): Consequences {
  return async () => {
    if (work.shape.consequences === undefined) return []
    const {service} = await console.connection()
    const lines: string[] = []
    for await (const values of checkedRequests(work, mostLookedUp))
      lines.push(...(await work.shape.consequences(service, values)))
    if (rows > mostLookedUp) lines.push(`Looked up for the first ${mostLookedUp} of ${grouped(rows)} rows.`)
    return lines
  }
}

/** Sorts by time, and is told apart at a glance. */
function newJobId(): string {
  return `${new Date().toISOString().slice(0, 19).replaceAll(/\D/g, '')}-${randomBytes(2).toString('hex')}`
}
