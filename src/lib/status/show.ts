import {type Console} from '../console.ts'
import {type Reply} from '../operation/declaration.ts'
import {printRows} from '../operation/print-rows.ts'
import {Screen} from '../output/screen.ts'
import {Course, type WatchedState} from './course.ts'
import {type Probe} from './probe.ts'
import {exitOf, lookAtAll, patienceMs, type Seen} from './service-state.ts'
import {rounds} from './watch.ts'

type Flags = Readonly<Record<string, unknown>>

/** Shows how the services are now. */
export async function showOnce(probes: readonly Probe[], reply: Reply, flags: Flags, console: Console): Promise<void> {
  const seen = await look(probes, console)
  await printRows(reply, statesOf(seen), flags, console)
}

/** Shows how they are again and again: on a terminal in place of what was shown before. */
export async function watch(
  probes: readonly Probe[],
  reply: Reply,
  {flags, intervalMs}: {flags: Flags; intervalMs: number},
  console: Console,
): Promise<void> {
  const course = new Course()
  const states = watched(probes, course, intervalMs, console)
  if (isRedrawn(flags, console)) await redraw(states, course, console)
  else if (console.printer.isForPeople) for await (const round of states) await printRows(reply, round, flags, console)
  else await printRows(reply, eachOf(states), flags, console)
  await console.note(`Watched for ${course.summary()}`)
}

async function* watched(probes: readonly Probe[], course: Course, intervalMs: number, console: Console) {
  const {signal} = console
  for await (const seen of rounds(() => look(probes, console), {intervalMs, signal})) yield course.add(statesOf(seen))
}

/** What was seen of each; sets the exit code. Throws where none could be asked. */
async function look(probes: readonly Probe[], console: Console): Promise<Seen[]> {
  const connection = await console.connection()
  const apiVersion = console.settings.values.api_version
  const timeoutMs = Math.min(console.timeoutMs, patienceMs)
  const seen = await lookAtAll(probes, {connection, apiVersion, timeoutMs})
  const failure = seen.find((one) => one.failure !== undefined)?.failure
  if (failure !== undefined && seen.every(({state}) => state.state === 'unknown')) throw failure
  console.exitCode = exitOf(seen)
  return seen
}

function statesOf(seen: readonly Seen[]) {
  return seen.map(({state}) => state)
}

/** Whoever chooses rows or columns gets rows, a block for each round. */
function isRedrawn(flags: Flags, {printer, terminal}: Console): boolean {
  const chosen = ['columns', 'where', 'sort-by', 'limit'].some((flag) => flags[flag] !== undefined)
  return printer.isForPeople && terminal.canRedraw && !chosen
}

async function redraw(states: AsyncIterable<WatchedState[]>, course: Course, {terminal}: Console): Promise<void> {
  const {board} = await import('./board.ts')
  const screen = new Screen(terminal)
  for await (const round of states) await screen.draw(board(round, course, terminal))
}

async function* eachOf<T>(lists: AsyncIterable<readonly T[]>): AsyncIterable<T> {
  for await (const one of lists) yield* one
}
