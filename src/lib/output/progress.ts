import {type SingleBar} from 'cli-progress'
import {byteSize} from './byte-size.ts'
import {visible} from './sanitise.ts'
import {type Terminal} from './terminal.ts'

const clearLine = '\r\u001b[2K'

/** How far a piece of work is, as a bar on stderr; nothing where stderr is no terminal. */
export class Progress {
  protected bar: SingleBar | undefined
  private release: (() => void) | undefined

  /** `label` says what is being done: `Provisioning`. */
  constructor(
    private readonly terminal: Terminal,
    private readonly label: string,
  ) {}

  async start(total: number): Promise<void> {
    await this.show({total, done: 0, figures: '{value}/{total}', room: 20})
  }

  tick(n = 1): void {
    this.bar?.increment(n)
  }

  /** Takes the bar away and shows the cursor again. */
  stop(): void {
    this.bar?.stop()
    this.bar = undefined
    this.release?.()
    this.release = undefined
  }

  /** Draws the bar, with figures beside it that need so many columns. */
  protected async show({total, done, figures, room}: BarOptions, values: object = {}): Promise<void> {
    if (!this.terminal.isLive) return
    this.stop()
    const {default: cliProgress} = await import('cli-progress')
    this.bar = new cliProgress.SingleBar({
      format: `${visible(this.label)} [{bar}] ${figures}`,
      stream: this.terminal.streams.stderr,
      barsize: Math.max(10, Math.min(40, this.terminal.width - this.label.length - room)),
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false,
    })
    // Whoever sees the bar may interrupt it.
    this.release = onInterrupt(() => this.stop())
    this.bar.start(total, done, values)
  }
}

interface BarOptions {
  total: number
  done: number
  figures: string
  room: number
}

/** Fewer bytes are there before anybody has read how far they are. */
const smallestShown = 100_000

/** How far a file is on its way: a bar with bytes, rate and time left; nothing for a small one. */
export class Transfer extends Progress {
  private total = 0
  private before = 0
  private began = 0

  /** `before`: bytes that are there from an earlier try. */
  async begin(total: number, before = 0): Promise<void> {
    Object.assign(this, {total, before, began: performance.now()})
    if (total < smallestShown) return
    await this.show({total, done: before, figures: '{size}  {rate}  {left}', room: 48}, this.figures(before))
  }

  /** `bytes`: since the beginning of this try. */
  sent(bytes: number): void {
    this.bar?.update(this.before + bytes, this.figures(this.before + bytes))
  }

  end(): void {
    this.stop()
  }

  private figures(done: number): Record<'size' | 'rate' | 'left', string> {
    const perSecond = (done - this.before) / Math.max(0.001, (performance.now() - this.began) / 1000)
    const seconds = perSecond > 0 ? Math.ceil((this.total - done) / perSecond) : undefined
    return {
      size: `${byteSize(done)} of ${byteSize(this.total)}`,
      rate: `${byteSize(perSecond)}/s`,
      left: seconds === undefined ? '' : `${timeText(seconds)} left`,
    }
  }
}

/** How far rows are: a bar with rate, errors and time left. */
export class RowProgress extends Progress {
  private total = 0
  private done = 0
  private errors = 0
  private began = 0

  /** `done`: rows that were through before. */
  async begin(total: number, done: number): Promise<void> {
    Object.assign(this, {total, done: 0, errors: 0, began: performance.now()})
    await this.show(
      {total, done, figures: '{value}/{total}  {rate}  {errors}  {left}', room: 60},
      this.figures(total - done),
    )
  }

  row(isGood: boolean): void {
    this.done += 1
    if (!isGood) this.errors += 1
    this.bar?.increment(1, this.figures(this.total - this.done))
  }

  private figures(left: number): Record<'rate' | 'errors' | 'left', string> {
    const perSecond = this.done / Math.max(0.001, (performance.now() - this.began) / 1000)
    return {
      rate: `${perSecond < 10 ? perSecond.toFixed(1) : perSecond.toFixed(0)}/s`,
      errors: this.errors === 1 ? '1 error' : `${this.errors} errors`,
      left: perSecond > 0 ? `${timeText(Math.ceil(left / perSecond))} left` : '',
    }
  }
}

/** `45 s`, `3:07`, `1:02:03`. */
function timeText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const parts = hours > 0 ? [hours, minutes, rest] : [minutes, rest]
  return parts.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}

/** A line on stderr that says what is waited for, and for how long already; nothing where stderr is no terminal. */
export class Waiting {
  private timer: NodeJS.Timeout | undefined
  private release: (() => void) | undefined
  private text: string | undefined

  constructor(private readonly terminal: Terminal) {}

  /** Shows the line, or changes it. */
  start(text: string): void {
    if (!this.terminal.isLive || text === this.text) return
    this.stop()
    this.text = text
    const began = Date.now()
    const draw = () => {
      const seconds = Math.floor((Date.now() - began) / 1000)
      const line = `${visible(text)} … ${seconds > 0 ? `${seconds} s` : ''}`
      void this.terminal.err(clearLine + line.slice(0, this.terminal.width - 1).trimEnd())
    }
    this.release = onInterrupt(() => this.stop())
    this.timer = setInterval(draw, 1000).unref()
    draw()
  }

  stop(): void {
    if (this.timer === undefined) return
    clearInterval(this.timer)
    this.timer = undefined
    this.text = undefined
    this.release?.()
    void this.terminal.err(clearLine)
  }
}

/** Tidies up on SIGINT and SIGTERM, and lets the signal end the process if nobody else handles it. */
function onInterrupt(tidy: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const
  const handle = (signal: NodeJS.Signals) => {
    tidy()
    // What tidying wrote leaves first.
    if (process.listenerCount(signal) === 0) setImmediate(() => process.kill(process.pid, signal))
  }
  // Before those who handle it once, and then count no more.
  signals.forEach((signal) => process.prependListener(signal, handle))
  return () => signals.forEach((signal) => process.off(signal, handle))
}
