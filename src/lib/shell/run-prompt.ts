import {CliError} from '../errors.ts'
import {type ExitCode} from '../exit-code.ts'
import {type Terminal} from '../output/terminal.ts'
import {type Program} from '../program.ts'
import {completeLine} from './complete-line.ts'
import {type LineHistory} from './line-history.ts'
import {promptAt} from './place.ts'
import {PromptReader} from './prompt-reader.ts'
import {type Shell} from './shell.ts'
import {splitWords} from './split-words.ts'
import {withoutCtrlC} from './without-ctrl-c.ts'

export interface PromptOptions {
  program: Program
  terminal: Terminal
  shell: Shell
  history: LineHistory
}

/** Asks for lines and runs them until somebody ends it. */
export async function runPrompt({program, terminal, shell, history}: PromptOptions): Promise<ExitCode | undefined> {
  const completer = (text: string) => completeLine(program, text, shell.place)
  const reader = new PromptReader({terminal, completer, history: history.lines})
  let exit: ExitCode | undefined
  for (let text = ''; ;) {
    const typed = await reader.next(text === '' ? promptAt(shell.place, terminal.colour.stderr) : '> ')
    if (typed === 'end' || typed === 'cancelled') await terminal.err('\n')
    if (typed === 'end') return exit
    if (typed === 'cancelled') {
      text = ''
      continue
    }
    text += typed.line
    try {
      const split = splitWords(text)
      if ('unfinished' in split) {
        text += '\n'
        continue
      }
      const outcome = await withoutCtrlC(terminal, () => shell.run(split.words))
      if (split.words.length > 0) history.add(text, outcome.masked)
      if (outcome.ends) return exit
      exit = outcome.exit
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      exit = await shell.tell(error)
      history.add(text, undefined)
    }
    text = ''
  }
}
