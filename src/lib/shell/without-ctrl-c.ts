import {note} from '../output/messages.ts'
import {type Terminal} from '../output/terminal.ts'

/**
 * Works while Ctrl-C does not end the process: it is the command's. What does not heed it either would hold the terminal for
 * ever, so the third ends the process after all.
 */
export async function withoutCtrlC<T>(terminal: Terminal, work: () => Promise<T>): Promise<T> {
  let pressed = 0
  const press = () => {
    pressed += 1
    if (pressed === 2) void note(terminal, 'The command is still winding up. Ctrl-C once more ends the shell.')
    if (pressed < 3) return
    process.off('SIGINT', press)
    process.kill(process.pid, 'SIGINT')
  }
  process.on('SIGINT', press)
  try {
    return await work()
  } finally {
    process.off('SIGINT', press)
  }
}
