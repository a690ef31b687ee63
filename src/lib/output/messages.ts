import {visible} from './sanitise.ts'
import {paint} from './style.ts'
import {type Terminal} from './terminal.ts'

/** One line, or several, for people: on stderr. */
export async function note(terminal: Terminal, text: string): Promise<void> {
  if (terminal.quiet) return
  await terminal.err(`${visible(text, '\n')}\n`)
}

/** A note about something that may not be what the user wants. */
export async function warn(terminal: Terminal, text: string): Promise<void> {
  if (terminal.quiet) return
  await terminal.err(`${paint(terminal.colour.stderr, 'yellow', 'Warning:')} ${visible(text, '\n')}\n`)
}
