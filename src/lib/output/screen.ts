import {visible} from '../output/sanitise.ts'
import {paint} from '../output/style.ts'
import {type Terminal} from '../output/terminal.ts'

const home = '\u001b[H'
const clearScreen = '\u001b[2J'
const clearRest = '\u001b[J'
const clearLine = '\u001b[K'
const bell = '\u0007'

export interface Frame {
  title: string
  /** What was made visible already. */
  lines: readonly string[]
  notes?: readonly string[]
  /** What is wrong for now. */
  trouble?: string | undefined
}

/** Draws frames over each other, each cut to the height of the terminal. */
export class Screen {
  #isClear = false

  constructor(private readonly terminal: Terminal) {}

  async draw({title, lines, notes = [], trouble}: Frame): Promise<void> {
    const {height, colour} = this.terminal
    const below = [
      ...notes.map((note) => visible(note)),
      ...(trouble === undefined ? [] : [paint(colour.stdout, 'yellow', visible(trouble))]),
    ]
    // The title, an empty line, and one at the end for the cursor.
    const room = Math.max(1, height - below.length - 3)
    const shown = lines.length > room ? [...lines.slice(0, room - 1), `… ${lines.length - room + 1} more lines`] : lines
    const frame = [paint(colour.stdout, 'gray', visible(title)), '', ...shown, ...below]
    const begin = this.#isClear ? home : clearScreen + home
    this.#isClear = true
    await this.terminal.out(`${begin}${frame.map((line) => `${line}${clearLine}\n`).join('')}${clearRest}`)
  }

  async beep(): Promise<void> {
    await this.terminal.out(bell)
  }
}
