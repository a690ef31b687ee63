import {type Console} from '../console.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {Patience, pauseFor} from '../follow/patience.ts'
import {checkJq, isTrue} from '../output/jq.ts'
import {Capture, type Captured, jsonOf} from './capture.ts'
import {type Display, displayFor} from './display.ts'
import {type WatchAsked} from './watch-flags.ts'

/** Runs a command again and again and shows what changes, until that is as wanted, the time is over, or Ctrl-C. */
export async function watch(run: () => Promise<void>, asked: WatchAsked, console: Console): Promise<void> {
  if (asked.until !== undefined) await checkJq(asked.until, '--until')
  const timer = new AbortController()
  const {timeoutMs} = asked
  const timeout = timeoutMs === undefined ? undefined : setTimeout(() => timer.abort(), timeoutMs)
  const signal = AbortSignal.any([console.signal, timer.signal])
  const ended = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(timeIsOver(asked))))
  const rounds = goRound(run, {...asked, signal}, console)
  try {
    // A round that hangs does not keep it longer than it is to last.
    await Promise.race([rounds, ended])
  } catch (error) {
    console.endRequests()
    if (!console.signal.aborted) throw error
    console.exitCode = ExitCode.Interrupted
  } finally {
    clearTimeout(timeout)
    rounds.catch(() => undefined)
    ended.catch(() => undefined)
  }
}

async function goRound(
  run: () => Promise<void>,
  {intervalMs, until, signal}: WatchAsked & {signal: AbortSignal},
  console: Console,
): Promise<void> {
  const display = displayFor(console, intervalMs)
  const patience = new Patience({
    ...{patienceMs: Infinity, signal, lost: (cause) => cause},
    onLoss: (cause) => void display.lost(cause),
    onReturn: () => void display.returned(),
  })
  for (;;) {
    const captured = await round(run, console, display, patience)
    if (captured === undefined) await patience.pause()
    else if (until !== undefined && (await isTrue(jsonOf(captured), until, '--until'))) return display.reached()
    else await pauseFor(intervalMs, signal)
  }
}

/** What the command says now; undefined where the service cannot be reached. */
async function round(
  run: () => Promise<void>,
  console: Console,
  display: Display,
  patience: Patience,
): Promise<Captured | undefined> {
  try {
    const {captured, notes} = await console.printing.with((options) => new Capture(options), run)
    patience.answered()
    if (captured !== undefined) await display.show(captured, notes)
    return captured
  } catch (error) {
    patience.check(error)
    return undefined
  }
}

function timeIsOver({until}: WatchAsked): CliError {
  const what = until === undefined ? 'The time for watching is over.' : `It is not so yet: ${until}`
  return new CliError(what, {
    code: 'pending',
    exit: ExitCode.Pending,
    hint: 'Give more time with --timeout, or leave it out to watch until Ctrl-C.',
    retryable: true,
  })
}
