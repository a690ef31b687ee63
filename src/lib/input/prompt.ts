import {hideValue} from '../client/masking.ts'
import {CliError, interruptedError, usageError} from '../errors.ts'
import {visible} from '../output/sanitise.ts'
import {type Terminal} from '../output/terminal.ts'
import {atExit} from '../process-end.ts'

export interface Question {
  message: string
  default?: string | undefined
  /** Throws a usage error for an answer that will not do; its message is shown and the question stays. */
  validate?: ((answer: string) => unknown) | undefined
}

export interface Choice<T> {
  name: string
  value: T
  description?: string | undefined
  /** For checkboxes: whether it is ticked to begin with. */
  checked?: boolean | undefined
}

/** Whoever answers a question. */
export type Asker = Pick<Prompter, 'ask' | 'confirm'>

/** Where people are asked, and what ends a question that stands. */
interface Place {
  terminal: Terminal
  /** Aborted by Ctrl-C that comes as a signal: as a key, it ends the question by itself. */
  signal: AbortSignal
}

/**
 * Asks people, on stderr. Every method throws a usage error when nobody can be asked, and an interruption (exit 130)
 * after Ctrl-C or Ctrl-D, with the terminal as it was.
 */
export class Prompter {
  constructor(private readonly place: Place) {}

  /** A line of text. */
  async ask({message, validate, ...rest}: Question): Promise<string> {
    return (await this.answer({type: 'input', message, ...rest, validate: validator(validate)})) as string
  }

  /** A line of text that is not shown, and masked from here on. */
  async askSecret({message, validate}: Omit<Question, 'default'>): Promise<string> {
    const question = {type: 'password', message, mask: true, validate: validator(validate)} as const
    const secret = (await this.answer(question)) as string
    hideValue(secret)
    return secret
  }

  /** One of the choices. */
  async choose<T>(message: string, choices: readonly Choice<T>[], initial?: T): Promise<T> {
    return (await this.answer({
      type: 'select',
      message,
      choices: shownChoices(choices),
      default: initial,
      pageSize,
    })) as T
  }

  /** Any of the choices, in their order; so many of them where it is said. */
  async checkbox<T>(message: string, choices: readonly Choice<T>[], {min = 0, max = Infinity} = {}): Promise<T[]> {
    const validate = ({length}: readonly unknown[]) =>
      (length >= min && length <= max) || `Choose ${min === max ? min : `${min} to ${max}`} with the space bar.`
    return (await this.answer({type: 'checkbox', message, choices: shownChoices(choices), pageSize, validate})) as T[]
  }

  /** Yes or no; no unless said. */
  async confirm(message: string, initial = false): Promise<boolean> {
    return (await this.answer({type: 'confirm', message, default: initial})) as boolean
  }

  private async answer({message, ...question}: PromptQuestion): Promise<unknown> {
    const {terminal, signal} = this.place
    if (!terminal.isInteractive) throw usageError(`${visible(message)} Nobody can be asked: this is no terminal.`)
    const {stdin, stderr} = terminal.streams
    const {default: inquirer} = await import('inquirer')
    const closed = new AbortController()
    const stop = abortAtEnd(stdin, closed)
    try {
      const end = AbortSignal.any([closed.signal, signal])
      const prompt = inquirer.createPromptModule({input: stdin, output: stderr, signal: end})
      const answers: {answer?: unknown} = await prompt([{...question, message: visible(message), name: 'answer'}])
      return answers.answer
    } catch (error) {
      throw isEnd(error) ? interruptedError() : error
    } finally {
      stop()
    }
  }
}

type PromptQuestion = {message: string; type: 'input' | 'password' | 'select' | 'checkbox' | 'confirm'} & Record<
  string,
  unknown
>

const pageSize = 12

function shownChoices<T>(choices: readonly Choice<T>[]) {
  return choices.map(({name, description, ...rest}) => ({
    ...rest,
    name: visible(name),
    ...(description !== undefined && {description: visible(description)}),
  }))
}

function validator(validate: Question['validate']) {
  return async (answer: string): Promise<string | true> => {
    try {
      await validate?.(answer)
      return true
    } catch (error) {
      if (error instanceof CliError) return visible(error.message)
      throw error
    }
  }
}

/**
 * Ctrl-D on an empty line and a closed terminal end readline, which would leave the prompt waiting for ever; a signal ends the
 * process, which would leave the terminal as the prompt has it.
 */
function abortAtEnd(stdin: Terminal['streams']['stdin'], controller: AbortController): () => void {
  const end = () => controller.abort()
  const keypress = (_: unknown, key: {ctrl?: boolean; name?: string} | undefined) => {
    if (key?.ctrl && key.name === 'd') setImmediate(() => stdin.isPaused() && end())
  }
  stdin.on('end', end)
  stdin.on('keypress', keypress)
  const stays = atExit(end)
  return () => {
    stays()
    stdin.off('end', end)
    stdin.off('keypress', keypress)
  }
}

function isEnd(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError')
}
