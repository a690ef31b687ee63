import {type WireRequest} from '../client/wire.ts'
import {type Console} from '../console.ts'
import {checkInteger} from '../input/checks.ts'
import {hostsOf} from '../profile/settings.ts'
import {waitAsked} from '../waiting/wait-flag.ts'
import {type Caller, type Declaration, type DocumentedCall, type Reply} from './declaration.ts'
import {lookUp} from './lookup.ts'
import {buildRequest, conditionsHere, largestPage} from './request.ts'
import {confirmEffect} from './confirm.ts'

type Flags = Readonly<Record<string, unknown>>
type Complete = Readonly<Record<string, unknown>>

/** Runs one call for a person: shows it as curl, or asks where it must, makes it and prints what comes back. */
export async function runOperation(
  declaration: Declaration,
  values: Complete,
  flags: Flags,
  console: Console,
): Promise<void> {
  if (flags['dry-run'] === true) return showRequest(declaration, values, console, flags)
  await confirmEffect(declaration, values, console)
  if (declaration.reply.kind === 'list') return printList(declaration, values, flags, console)
  if (declaration.reply.kind === 'file') return printFile(declaration, values, flags, console)
  const {service} = await console.connection()
  const reply = await service.call({shape: declaration}, values, {wait: flags['wait'] !== false})
  await printOutcome(declaration, {values, reply}, {flags, caller: service, console})
}

/** Prints what a call has answered; with `--wait`, what has become of it by then. Throws when that is not what was wanted. */
export async function printOutcome(
  declaration: Declaration,
  {values, reply}: {values: Complete; reply: unknown},
  {flags, caller, console}: {flags: Flags; caller: Caller; console: Console},
): Promise<void> {
  const asked = waitAsked(flags, declaration)
  if (asked === undefined) return printReply(declaration.reply, reply, console)
  const {arrivalOf} = await import('../waiting/course.ts')
  const {shown, problem} = await arrivalOf(declaration, {values, reply}, caller, {...asked, console})
  await printReply(declaration.reply, shown, console)
  if (problem) throw problem
}

/** Prints one reply as its kind demands. */
export async function printReply(reply: Reply, value: unknown, {printer}: Pick<Console, 'printer'>): Promise<void> {
  if (reply.kind === 'empty' || (reply.kind === 'object' && value === undefined)) await printer.empty(reply.done)
  else if (reply.kind === 'text') await printer.text(typeof value === 'string' ? value : JSON.stringify(value ?? ''))
  else await printer.object(value, {columns: reply.columns, idField: reply.id, alone: reply.alone})
}

async function printList(declaration: Declaration, values: Complete, flags: Flags, console: Console): Promise<void> {
  const {reply} = declaration
  const conditions = conditionsHere(declaration, values)
  const isChosenHere = conditions.length > 0 || flags['where'] !== undefined || flags['sort-by'] !== undefined
  const {limit, offset} = stretchOf(reply, flags)
  // What is selected or sorted here must be looked through whole.
  const fetched = isChosenHere ? {} : {wanted: limit, offset}
  const {service} = await console.connection()
  let total: number | undefined
  const rows = service.rows({shape: declaration}, values, {
    ...fetched,
    total: (all) => (total = all - (fetched.offset ?? 0)),
  })
  await console.printer.rows(rows, {
    columns: reply.columns,
    idField: reply.id,
    noun: reply.noun,
    conditions,
    offset: isChosenHere ? offset : 0,
    limit,
    total: () => total,
  })
}

/** The stretch of a list that was asked for. */
interface Stretch {
  /** How many rows to leave out first. */
  offset: number
  /** How many rows to show; all when undefined. */
  limit: number | undefined
}

/** Throws a usage error for what is no number. */
function stretchOf(reply: Reply, flags: Flags): Stretch {
  const count = (name: string, min: number) =>
    flags[name] === undefined ? undefined : checkInteger(flags[name] as string, `--${name}`, {min})
  const limit = flags['all'] === true ? undefined : (count('limit', 1) ?? reply.limit)
  return {offset: count('offset', 0) ?? 0, limit}
}

async function printFile(declaration: Declaration, values: Complete, flags: Flags, console: Console): Promise<void> {
  const {service} = await console.connection()
  const download = await service.download({shape: declaration}, values)
  const out = flags['out'] as string | undefined
  if (out === undefined) return console.printer.bytes(download.body)
  const {saveFile} = await import('../output/save-file.ts')
  const size = await saveFile(out, download.body, {overwrite: flags['overwrite'] === true})
  await console.note(`Saved ${out} (${size} bytes).`)
}

/** Shows the request as curl, of a list the one for its first page; secrets masked. Sends nothing: names whose ids are not known stay. */
export async function showRequest(
  declaration: Declaration,
  values: Complete,
  console: Console,
  flags: Flags = {},
): Promise<void> {
  const {offset, limit = largestPage} = stretchOf(declaration.reply, flags)
  const known = await lookUp(declaration, values, {ids: console.ids})
  await showCurl(buildRequest(declaration, known, {offset, limit: Math.min(limit, largestPage)}), console)
}

/** Names the calls that the requests shown are followed by: replies tell whether, and with what. */
export async function noteLater(calls: Iterable<DocumentedCall>, console: Console): Promise<void> {
  const lines = new Set([...calls].flatMap(({shape}) => shape.request?.line ?? []))
  if (lines.size > 0) await console.note(`What follows depends on replies: ${[...lines].join(', ')}`)
}

/** Shows a request as curl for the hosts of the profile. */
export async function showCurl(request: WireRequest, {settings, terminal}: Console): Promise<void> {
  const {toCurl} = await import('../client/curl.ts')
  await terminal.out(`${toCurl(request, {hosts: hostsOf(settings), apiVersion: settings.values.api_version})}\n`)
}
