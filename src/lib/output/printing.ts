import {type Shape} from '../operation/declaration.ts'
import {type DebugFormat} from '../parsable.ts'
import {type Resolved} from '../profile/settings.ts'
import {requirePrintable} from './columns.ts'
import {isJsonAsked, printedFormat} from './output-setting.ts'
import {Printer, type PrinterOptions} from './printer.ts'
import {sharedFlags} from './shared-flags.ts'
import {type Terminal} from './terminal.ts'

/** How one run prints: what was said about output, and who takes in what is printed. */
export class Printing {
  /** The format that the command's own code writes, where one of those was chosen. */
  ownFormat: string | undefined
  /** Whether the format was typed with this command: for output that scripts take as it is, whatever format others get. */
  isFormatTyped = false
  #printer: Printer | undefined
  #options: PrinterOptions | undefined

  constructor(private readonly terminal: Terminal) {}

  /** Takes in the parsed flags, and the format that is set. Throws a usage error for what cannot be printed so. */
  begin(
    flags: Readonly<Record<string, unknown>>,
    {shape, output, debug}: {shape: Shape; output: Resolved<string>; debug: DebugFormat | undefined},
  ): void {
    const {terminal} = this
    this.isFormatTyped = flags['output'] !== undefined || flags['jq'] !== undefined
    this.ownFormat = shape.formats?.find((known) => known === output.value)
    // A command's own formats are for people and their tools; failures beside them are told in words.
    const format = this.ownFormat === undefined ? printedFormat(output, shape) : 'table'
    const shared = sharedFlags(flags)
    const changes = shape.effect !== undefined
    if (changes)
      requirePrintable(shape.reply, {...shared, format, isOfRows: 'from-file' in flags || 'retry-failed' in flags})
    const isForPrograms = shared.jq !== undefined || isJsonAsked(format, output) || debug === 'json'
    terminal.quiet = !terminal.stderrIsTty && isForPrograms
    this.#options = {...shared, terminal, format, debug, changes}
    this.#printer = new Printer(this.#options)
  }

  /** Whether it is known by now what failures are to look like. */
  get isBegun(): boolean {
    return this.#printer !== undefined
  }

  /** What was said about output. */
  get options(): PrinterOptions {
    return (this.#options ??= {terminal: this.terminal, format: 'table'})
  }

  get printer(): Printer {
    return (this.#printer ??= new Printer(this.options))
  }

  /** Has another printer, made with the same options, take in what is printed while `work` is done. */
  async with<P extends Printer>(make: (options: PrinterOptions) => P, work: () => Promise<void>): Promise<P> {
    const usual = this.printer
    const other = make(this.options)
    this.#printer = other
    try {
      await work()
      return other
    } finally {
      this.#printer = usual
    }
  }
}
