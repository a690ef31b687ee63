import {type Console} from '../console.ts'
import {type CliError} from '../errors.ts'
import {type PrinterOptions} from '../output/printer.ts'
import {Screen} from '../output/screen.ts'
import {type Captured} from './capture.ts'
import {tableLines, textLines} from './marked-lines.ts'
import {RoundText} from './round-text.ts'
import {RowChanges} from './row-changes.ts'

/** How rounds are shown. */
export interface Display {
  show(captured: Captured, notes: readonly string[]): Promise<void>
  /** The service cannot be reached, and then can again. */
  lost(cause: CliError): Promise<void>
  returned(): Promise<void>
  /** What was waited for is there. */
  reached(): Promise<void>
}

/** Redraws on a terminal; elsewhere each result that differs from the one before is printed below it. */
export function displayFor(console: Console, intervalMs: number): Display {
  const {terminal, printing} = console
  if (!terminal.canRedraw) return new Lines(printing.options, console)
  return new Redrawn(printing.options, `Every ${intervalMs / 1000}s: commsctl ${console.record.commandLine}`)
}

class Lines implements Display {
  readonly #console: Pick<Console, 'warn' | 'terminal'>
  readonly #texts: RoundText
  readonly #isApart: boolean
  #before: string | undefined

  constructor(options: PrinterOptions, console: Pick<Console, 'warn' | 'terminal'>) {
    this.#console = console
    this.#texts = new RoundText(options)
    // JSON documents are told apart by themselves.
    this.#isApart = options.jq === undefined && options.format !== 'json' && options.format !== 'ndjson'
  }

  async show(captured: Captured): Promise<void> {
    const text = await this.#texts.of(captured)
    if (text === this.#before) return
    const between = this.#before !== undefined && this.#isApart ? '\n' : ''
    this.#before = text
    await this.#console.terminal.out(`${between}${text}`)
  }

  async lost(cause: CliError): Promise<void> {
    await this.#console.warn(`Trying again: ${cause.message}`)
  }

  async returned(): Promise<void> {
    await this.#console.warn('The service can be reached again.')
  }

  async reached(): Promise<void> {}
}

class Redrawn implements Display {
  readonly #screen: Screen
  readonly #texts: RoundText
  #changes: RowChanges | undefined
  #before: string | undefined
  #lines: readonly string[] = []
  #notes: readonly string[] = []
  #trouble: string | undefined

  constructor(
    private readonly options: PrinterOptions,
    private readonly title: string,
  ) {
    this.#screen = new Screen(options.terminal)
    this.#texts = new RoundText(options)
  }

  async show(captured: Captured, notes: readonly string[]): Promise<void> {
    this.#lines = await this.#linesOf(captured)
    this.#notes = notes
    await this.#draw()
  }

  async lost(cause: CliError): Promise<void> {
    this.#trouble = `Trying again since ${clockTime()}: ${cause.message}`
    await this.#draw()
  }

  async returned(): Promise<void> {
    this.#trouble = undefined
  }

  reached(): Promise<void> {
    return this.#screen.beep()
  }

  async #linesOf(captured: Captured): Promise<string[]> {
    const {format, jq, terminal} = this.options
    if (captured.kind === 'rows' && format === 'table' && jq === undefined) {
      this.#changes ??= new RowChanges(captured.view.idField)
      return tableLines(this.#changes.next(captured.rows), captured.view, this.options)
    }
    const text = await this.#texts.of(captured)
    const lines = textLines(text, this.#before, terminal.colour.stdout)
    this.#before = text
    return lines
  }

  #draw(): Promise<void> {
    const title = `${this.title}  ${clockTime()}`
    return this.#screen.draw({title, lines: this.#lines, notes: this.#notes, trouble: this.#trouble})
  }
}

function clockTime(): string {
  return new Date().toLocaleTimeString('en-GB')
}
