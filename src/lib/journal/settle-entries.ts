import {type Console} from '../console.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Declaration, type DocumentedCall, type Settled} from '../operation/declaration.ts'
import {certainAfterMs} from './certain-after.ts'
import {canonical} from '../same-json.ts'
import {type Entry, readLedger} from './read-ledger.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * Puts down what became of a job's actions whose end nobody has seen: a process was killed or interrupted, and what it was
 * about is read back, or has been since. What cannot be looked up, or may still come, stays unknown.
 */
export async function settleEntries(
  job: string,
  calls: readonly (DocumentedCall | {shape: Declaration})[],
  console: Console,
): Promise<void> {
  if (console.signal.aborted) return
  const {entries} = await readLedger(console.paths.ledger)
  const own = entries.filter((entry) => entry.job === job)
  for (const entry of own.filter(({outcome}) => outcome === 'unknown')) {
    const call = calls.find(({shape}) => shape.operation === entry.operation)
    const shape = call?.shape as Declaration | undefined
    if (shape?.settle === undefined) continue
    const later = own.slice(own.indexOf(entry) + 1).filter((one) => one.outcome === 'done')
    try {
      await settleEntry(entry, shape, later, console)
    } catch (error) {
      // Nobody can tell now; a later look may.
      if (!(error instanceof CliError)) throw error
      if (endsAll.has(error.exit)) return
    }
  }
}

/** What would be so for every other entry. */
const endsAll: ReadonlySet<ExitCode> = new Set([
  ...[ExitCode.Usage, ExitCode.NotAuthenticated, ExitCode.Pending, ExitCode.Unavailable, ExitCode.Interrupted],
])

async function settleEntry(entry: Entry, shape: Declaration, later: readonly Entry[], console: Console): Promise<void> {
  const {service, ledger} = await console.connection()
  const [done, replies]: [unknown[], unknown[]] = [[], []]
  const things = thingsOf(shape, entry.values)
  for (const thing of things) {
    const values = withThings(shape, entry.values, [thing])
    // What was done by a request after it was not done by it.
    if (later.some((one) => covers(shape, one, entry, thing))) continue
    const settled: Settled<unknown> = await shape.settle!(service, values, Date.parse(entry.at))
    if (settled.done === 'open') return
    if (settled.done) {
      done.push(thing)
      replies.push(settled.reply)
    } else if (Date.now() - Date.parse(entry.at) < certainAfterMs) return
  }
  const values = withThings(shape, entry.values, done)
  const undo = done.length > 0 ? shape.undo?.(values, replies.at(-1)) : undefined
  await (await ledger()).end({id: entry.id, outcome: done.length > 0 ? 'done' : 'not done', ...(undo && {undo})})
}

/** What an action was about: each of several, or the values as a whole. */
function thingsOf({each}: Declaration, values: Values): unknown[] {
  return each === undefined ? [undefined] : [values[each.parameter]].flat()
}

function withThings({each}: Declaration, values: Values, things: readonly unknown[]): Values {
  return each === undefined ? values : {...values, [each.parameter]: things}
}

function covers(shape: Declaration, later: Entry, entry: Entry, thing: unknown): boolean {
  if (later.operation !== entry.operation) return false
  if (shape.each !== undefined) return thingsOf(shape, later.values).includes(thing)
  return canonical(later.values) === canonical(entry.values)
}
