import {type Terminal} from './terminal.ts'

/** A block of lines on a terminal that takes the place of the one before it. */
export class Redrawn {
  #lines = 0

  constructor(private readonly terminal: Terminal) {}

  /** Draws it over the last one. `text` ends with a line break, and has fewer lines than the terminal. */
  async draw(text: string): Promise<void> {
    const back = this.#lines === 0 ? '' : `\u001b[${this.#lines}A\u001b[J`
    this.#lines = text.split('\n').length - 1
    await this.terminal.out(back + text)
  }
}
