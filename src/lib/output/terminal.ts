import {type Readable, type Writable} from 'node:stream'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {isWoundUp} from '../process-end.ts'

export interface Streams {
  stdin: Readable & {isTTY?: boolean}
  stdout: Writable & {isTTY?: boolean; columns?: number; rows?: number}
  stderr: Writable & {isTTY?: boolean; columns?: number}
}

type Environment = Readonly<Record<string, string | undefined>>

const fallbackWidth = 80
const fallbackHeight = 24

/** What is known about the process's three streams, and the only way to write to two of them. */
export class Terminal {
  readonly stdoutIsTty: boolean
  readonly stderrIsTty: boolean
  /** Per stream: FORCE_COLOR decides, else NO_COLOR, else a terminal that is neither dumb nor a CI's. */
  readonly colour: {readonly stdout: boolean; readonly stderr: boolean}
  /** A program reads stderr, to find one JSON object there or nothing: notes and warnings are left out. */
  quiet = false
  private readonly waiting = new Map<Writable, Promise<void>>()
  private readonly failures = new Map<Writable, Error>()

  constructor(
    readonly streams: Streams,
    private readonly environment: Environment = process.env,
  ) {
    this.stdoutIsTty = streams.stdout.isTTY === true
    this.stderrIsTty = streams.stderr.isTTY === true
    this.colour = {stdout: this.hasColour(this.stdoutIsTty), stderr: this.hasColour(this.stderrIsTty)}
    for (const stream of [streams.stdout, streams.stderr]) {
      onError(stream, (error) => this.failures.set(stream, error))
    }
  }

  get stdinIsTty(): boolean {
    return this.streams.stdin.isTTY === true
  }

  /** Whether somebody can be asked: stdin and stderr are terminals, and no CI or dumb terminal. */
  get isInteractive(): boolean {
    return this.stderrIsTty && this.isCapable && this.stdinIsTty
  }

  /** Columns of the terminal that data, or else messages, go to; 80 when neither is one. */
  get width(): number {
    const {stdout, stderr} = this.streams
    return (stdout.isTTY && stdout.columns) || (stderr.isTTY && stderr.columns) || fallbackWidth
  }

  /** Lines of the terminal that data go to. */
  get height(): number {
    return this.streams.stdout.rows || fallbackHeight
  }

  /** Writes data. Resolves when more may be written; throws when nothing can be (a full disk). */
  async out(text: string | Uint8Array): Promise<void> {
    await this.write(this.streams.stdout, text)
    this.checkOutput()
  }

  /** Writes a message. A stderr that nobody reads any more is no failure. */
  err(text: string): Promise<void> {
    return this.write(this.streams.stderr, text)
  }

  /** Resolves when all that was written has left the process; throws when data could not be written. */
  async flush(): Promise<void> {
    const flushed = [this.streams.stdout, this.streams.stderr].map(
      (stream) => new Promise<void>((resolve) => stream.write('', () => resolve())),
    )
    await Promise.all(flushed)
    this.checkOutput()
  }

  private checkOutput(): void {
    const failure = this.failures.get(this.streams.stdout)
    if (failure === undefined || isClosedPipe(failure)) return
    throw new CliError(`Cannot write to standard output: ${failure.message}`, {code: 'output', exit: ExitCode.Bug})
  }

  private async write(stream: Writable, text: string | Uint8Array): Promise<void> {
    if (this.failures.has(stream)) return
    // What one turn of the event loop writes leaves as one chunk: 100,000 rows are not 100,000 system calls.
    if (stream.writableCorked === 0) {
      stream.cork()
      process.nextTick(() => stream.uncork())
    }
    if (!stream.write(text)) await this.drained(stream)
  }

  private drained(stream: Writable): Promise<void> {
    const known = this.waiting.get(stream)
    if (known !== undefined) return known
    const drained = new Promise<void>((resolve) => {
      const events = ['drain', 'error', 'close']
      const done = () => {
        events.forEach((event) => stream.off(event, done))
        this.waiting.delete(stream)
        resolve()
      }
      events.forEach((event) => stream.on(event, done))
    })
    this.waiting.set(stream, drained)
    return drained
  }

  /** Whether what is written to stderr may move and be taken away again. */
  get isLive(): boolean {
    return this.stderrIsTty && this.environment['TERM'] !== 'dumb'
  }

  /** Whether what is written to stdout may be drawn over. */
  get canRedraw(): boolean {
    return this.stdoutIsTty && this.environment['TERM'] !== 'dumb'
  }

  private get isCapable(): boolean {
    return !this.environment['CI'] && this.environment['TERM'] !== 'dumb'
  }

  private hasColour(isTty: boolean): boolean {
    const {FORCE_COLOR: forced, NO_COLOR: refused} = this.environment
    if (forced !== undefined) return forced !== '0' && forced !== 'false'
    return !refused && isTty && this.isCapable
  }
}

const ours = new WeakSet<object>()

function onError(stream: Writable, listener: (error: Error) => void): void {
  ours.add(listener)
  stream.on('error', listener)
}

/** oclif throws what it hears of stdout, a full disk as well: only our own handlers stay. */
export function removeForeignErrorHandlers({stdout, stderr}: Pick<Streams, 'stdout' | 'stderr'> = process): void {
  for (const stream of [stdout, stderr]) {
    const foreign = stream.listeners('error').filter((listener) => !ours.has(listener))
    foreign.forEach((listener) => stream.off('error', listener as () => void))
  }
}

let system: Terminal | undefined

/** The process's own streams; closed pipes end it quietly from here on. */
export function systemTerminal(): Terminal {
  if (system === undefined) {
    const {stdout, stderr} = process
    quietOnClosedPipes({stdout, stderr})
    // Node opens stdin when it is first asked for: what never reads it starts faster.
    system = new Terminal({
      stdout,
      stderr,
      get stdin() {
        return process.stdin
      },
    })
  }
  return system
}

/**
 * A reader that has seen enough (`| head`) is no failure. Without one on stdout the process ends or winds up, with the exit
 * code it would have had; without one on stderr it finishes its work, since only messages are lost.
 */
export function quietOnClosedPipes({stdout, stderr}: Pick<Streams, 'stdout' | 'stderr'>): void {
  onError(stderr, () => undefined)
  onError(stdout, (error) => {
    if (isClosedPipe(error)) stderr.write('', () => isWoundUp() || process.exit())
  })
}

function isClosedPipe(error: Error & {code?: string}): boolean {
  return ['EPIPE', 'ECONNRESET', 'EIO', 'ERR_STREAM_DESTROYED'].includes(error.code ?? '')
}
