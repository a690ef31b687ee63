import {MASK} from '../client/masking.ts'
import {runCommandLine} from '../command-line.ts'
import {usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Network} from '../network.ts'
import {formatAsTyped} from '../output/format.ts'
import {reportError} from '../output/error.ts'
import {type Terminal} from '../output/terminal.ts'
import {debugFormat} from '../parsable.ts'
import {type Program} from '../program.ts'
import {type Surroundings} from '../surroundings.ts'
import {LineInput} from './line-input.ts'
import {type Place, settingsAt} from './place.ts'

/** What became of a line. */
export interface Outcome {
  exit: ExitCode
  /** The line for others to see; undefined where nobody knows what in it is secret. */
  masked?: string | undefined
  /** Whether it ends the shell. */
  ends?: true
}

export interface ShellOptions {
  program: Program
  terminal: Terminal
  network: Network
  place: Place
}

/** Runs lines, each a command by itself, in one process. */
export class Shell {
  readonly #options: ShellOptions
  #place: Place

  constructor(options: ShellOptions) {
    this.#options = options
    this.#place = options.place
  }

  get place(): Place {
    return this.#place
  }

  /** Runs the words of a line. What goes wrong is told, and no error of the shell. */
  async run(typed: readonly string[]): Promise<Outcome> {
    const words = typed[0] === 'commsctl' ? typed.slice(1) : typed
    const [first, ...rest] = words
    if (first === undefined) return {exit: ExitCode.Done}
    if (first === 'exit' && rest.length === 0) return {exit: ExitCode.Done, ends: true}
    try {
      refuseMasks(words)
      if (first === 'use') return {exit: this.#use(rest), masked: words.join(' ')}
    } catch (error) {
      return {exit: await this.tell(error, words)}
    }
    return this.#command(words)
  }

  /** Tells what is wrong with a line that was not run. */
  tell(error: unknown, words: readonly string[] = []): Promise<ExitCode> {
    return reportError(error, {
      terminal: this.#options.terminal,
      format: formatAsTyped(words),
      debug: debugFormat(words),
    })
  }

  async #command(words: readonly string[]): Promise<Outcome> {
    const {program, terminal, network} = this.#options
    let masked: string | undefined
    const surroundings: Surroundings = {
      ...{terminal, network, ...this.#place, input: new LineInput(terminal)},
      ended: ({commandLine}) => (masked = commandLine),
    }
    const exit = await runCommandLine(program, words, surroundings)
    return {exit, masked}
  }

  #use(words: readonly string[]): ExitCode {
    const [profile] = words
    if (words.length !== 1) throw usageError('use takes one profile.', {hint: 'See them all with: profiles list'})
    const place = {profile, account: undefined}
    settingsAt(place)
    this.#place = place
    return ExitCode.Done
  }
}

/** The history has it in the place of a secret: sent, it would become one. */
function refuseMasks(words: readonly string[]): void {
  if (!words.some((word) => word === MASK || word.endsWith(`=${MASK}`) || word.includes(`//${MASK}@`))) return
  throw usageError(`${MASK} stands for a secret that the history does not keep.`, {
    code: 'masked',
    hint: 'Put the secret in its place, as env:NAME or @FILE.',
  })
}
