import {type Console} from '../console.ts'
import {usageError} from '../errors.ts'
import {type Parameter} from '../parameter.ts'

/** What a login needs: typed, known or answered; what is missing is told at once. */
export class NeededValues {
  readonly missing: string[] = []

  constructor(private readonly console: Console) {}

  /** The value; empty, and noted as missing, where nobody can be asked. */
  async need(parameter: Parameter, known: string | undefined): Promise<string> {
    if (known !== undefined) return known
    if (this.console.terminal.isInteractive) return (await this.console.askFor(parameter)).trim()
    this.missing.push(parameter.usage)
    return ''
  }

  /** Throws a usage error that names what is missing; `variables` may be set instead of flags. */
  assertComplete(variables: string): void {
    if (this.missing.length === 0) return
    throw usageError(`Missing ${this.missing.join(', ')}.`, {
      code: 'missing-value',
      hint: `Nobody can be asked here: give the flags, or set ${variables}.`,
    })
  }
}
