import {type SingleBar} from 'cli-progress'
import {visible} from './sanitise.ts'
import {type Terminal} from './terminal.ts'

const clearLine = '\r\u001b[2K'

/** How far a piece of work is, as a bar on stderr; nothing where stderr is no terminal. */
export class Progress {
  private bar: SingleBar | undefined
  private release: (() => void) | undefined

  /** `label` says what is being done: `Provisioning`. */
  constructor(
    private readonly terminal: Terminal,
    private readonly label: string,
  ) {}

  async start(total: number): Promise<void> {
    if (!this.terminal.stderrIsTty) return
    const {default: cliProgress} = await import('cli-progress')
    this.bar = new cliProgress.SingleBar({
      format: `${visible(this.label)} [{bar}] {value}/{total}`,
      stream: this.terminal.streams.stderr,
      barsize: Math.max(10, Math.min(40, this.terminal.width - this.label.length - 20)),
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false,
    })
    this.bar.start(total, 0)
    this.release = onInterrupt(() => this.stop())
  }

  tick(n = 1): void {
    this.bar?.increment(n)
  }

  /** Takes the bar away and shows the cursor again. */
  stop(): void {
    this.bar?.stop()
    this.bar = undefined
    this.release?.()
  }
}

/** A line on stderr that says what is waited for, and for how long already; nothing where stderr is no terminal. */
export class Waiting {
  private timer: NodeJS.Timeout | undefined
  private release: (() => void) | undefined
  private text: string | undefined

  constructor(private readonly terminal: Terminal) {}

  /** Shows the line, or changes it. */
  start(text: string): void {
    if (!this.terminal.stderrIsTty || text === this.text) return
    this.stop()
    this.text = text
    const began = Date.now()
    const draw = () => {
      const seconds = Math.floor((Date.now() - began) / 1000)
      const line = `${visible(text)} … ${seconds > 0 ? `${seconds} s` : ''}`
      void this.terminal.err(clearLine + line.slice(0, this.terminal.width - 1).trimEnd())
    }
    draw()
    this.timer = setInterval(draw, 1000).unref()
    this.release = onInterrupt(() => this.stop())
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
  signals.forEach((signal) => process.on(signal, handle))
  return () => signals.forEach((signal) => process.off(signal, handle))
}
