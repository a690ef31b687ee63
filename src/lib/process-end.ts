import {ExitCode} from './exit-code.ts'

/** What the process exits with when one of these signals ends it. */
const exits = {SIGTERM: ExitCode.Terminated, SIGHUP: ExitCode.HungUp}

type Signal = keyof typeof exits

const signals = Object.keys(exits) as Signal[]

/** Work for the end of the process; given what that exits with where a signal ends it. */
type Work = (exit?: ExitCode) => void

/** Told of the signal; of none where nobody reads the output any more. False where the process is to end all the same. */
type WindUp = (signal?: Signal) => boolean

const works = new Set<Work>()
let windUp: WindUp | undefined

/** Has work done when the process ends, by a signal as well, unless it is called off: gives back what does that. */
export function atExit(work: Work): () => void {
  if (works.size === 0) {
    process.once('exit', doAll)
    signals.forEach((signal) => process.on(signal, take))
  }
  works.add(work)
  return () => {
    works.delete(work)
    if (works.size > 0) return
    process.off('exit', doAll)
    signals.forEach((signal) => process.off(signal, take))
  }
}

/** Has a command wind up in place of the end of the process: once, a second signal does not wait for it. Gives back what calls that off. */
export function windingUp(told: WindUp): () => void {
  windUp = told
  return () => {
    if (windUp === told) windUp = undefined
  }
}

function take(signal: Signal): void {
  if (isWoundUp(signal)) return
  works.forEach((work) => work(exits[signal]))
  works.clear()
  // What others write and set back when it comes is done first. Until then it is taken: who sees it taken by nobody ends the process.
  setImmediate(() => {
    process.off(signal, take)
    process.kill(process.pid, signal)
  })
}

/** Tells a command that winds up of the signal, or that nobody reads the output any more; false where none does. */
export function isWoundUp(signal?: Signal): boolean {
  const told = windUp
  windUp = undefined
  return told?.(signal) ?? false
}

function doAll(): void {
  works.forEach((work) => work())
}
