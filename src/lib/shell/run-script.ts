import {createInterface} from 'node:readline'
import {CliError, usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {note} from '../output/messages.ts'
import {type Terminal} from '../output/terminal.ts'
import {type Outcome, type Shell} from './shell.ts'
import {splitWords} from './split-words.ts'

/** Runs the lines of standard input until one fails; gives back what that exits with. */
export async function runScript(shell: Shell, terminal: Terminal): Promise<ExitCode> {
  const reader = createInterface({input: terminal.streams.stdin, crlfDelay: Infinity})
  let number = 0
  let begun = 1
  let text = ''
  for await (const line of reader) {
    number += 1
    if (text === '') begun = number
    text += line
    const outcome = await runText(shell, text)
    if (outcome === 'unfinished') {
      text += '\n'
      continue
    }
    text = ''
    if (outcome.exit !== ExitCode.Done) return stopped(begun, outcome.exit, terminal)
    if (outcome.ends) return ExitCode.Done
  }
  if (text === '') return ExitCode.Done
  const exit = await shell.tell(usageError('The last line is not finished: a quote or a backslash is open.'))
  return stopped(begun, exit, terminal)
}

async function runText(shell: Shell, text: string): Promise<Outcome | 'unfinished'> {
  try {
    const split = splitWords(text)
    return 'unfinished' in split ? 'unfinished' : await shell.run(split.words)
  } catch (error) {
    if (error instanceof CliError) return {exit: await shell.tell(error)}
    throw error
  }
}

async function stopped(line: number, exit: ExitCode, terminal: Terminal): Promise<ExitCode> {
  await note(terminal, `Line ${line} of the script failed. Nothing after it was run.`)
  return exit
}
