import {spawn} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {CliError, interruptedError, usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Terminal} from '../output/terminal.ts'

/** A text that somebody is writing, in a file that only they can read. */
export class Draft {
  private begun: string | undefined

  private constructor(
    readonly file: string,
    private readonly terminal: Terminal,
  ) {}

  /** `name` is the file's own name, with an ending that editors know. */
  static async begin(name: string, terminal: Terminal): Promise<Draft> {
    return new Draft(join(await mkdtemp(join(tmpdir(), 'commsctl-')), name), terminal)
  }

  /**
   * Opens the text in the editor until `read` takes what was saved; what it has to say against it stands at the top of
   * the next round. Throws an interruption when the text was left as it was, and what `read` throws where nobody is there
   * for another round.
   */
  async edit<T>(text: string, read: (saved: string) => Promise<T>): Promise<T> {
    const editor = this.editor()
    this.begun = text
    for (let shown = text; ;) {
      await writeFile(this.file, shown, {mode: 0o600})
      await this.open(editor)
      const saved = await this.saved()
      if (saved === undefined) throw interruptedError('The editor has removed the text, so nothing was done.')
      if (saved === text || saved === shown) throw interruptedError('The text was left as it was, so nothing was sent.')
      if (isEmpty(saved)) throw interruptedError('The text is empty, so nothing was done.')
      try {
        return await read(saved)
      } catch (error) {
        if (!(error instanceof CliError) || error.exit !== ExitCode.Usage || !this.terminal.isInteractive) throw error
        shown = `${complaint(error)}${withoutComplaint(saved)}`
      }
    }
  }

  /** Whether there is anything in it that was not there to begin with. */
  async isWritten(): Promise<boolean> {
    const saved = await this.saved()
    return saved !== undefined && saved !== this.begun && !isEmpty(saved)
  }

  /** Undefined where the file is gone or cannot be read any more. */
  private saved(): Promise<string | undefined> {
    return readFile(this.file, 'utf8').catch(() => undefined)
  }

  async discard(): Promise<void> {
    await rm(dirname(this.file), {recursive: true, force: true})
  }

  private editor(): string {
    const {VISUAL, EDITOR} = process.env
    const chosen = [VISUAL, EDITOR].find((name) => name !== undefined && name.trim() !== '')
    if (chosen !== undefined) return chosen
    if (this.terminal.isInteractive) return 'vi'
    throw usageError('--edit: there is no editor to open.', {
      hint: 'Name one in the variable EDITOR, or give the body with --body or -F.',
    })
  }

  /** A shell splits what the variable holds, as git has it: `code --wait` works. */
  private async open(editor: string): Promise<void> {
    const stdout = this.terminal.stdoutIsTty ? 'inherit' : 2
    const code = await withoutInterrupts(
      () =>
        new Promise<number | null>((resolve, reject) => {
          const child = spawn('/bin/sh', ['-c', `${editor} "$1"`, editor, this.file], {
            stdio: ['inherit', stdout, 'inherit'],
          })
          child.once('error', reject)
          child.once('close', resolve)
        }),
    )
    if (code !== 0) throw interruptedError(`The editor “${editor}” ended with ${code ?? 'a signal'}: nothing was sent.`)
  }
}

const mark = '#! '

/** What is wrong, as comments that the next round takes away. */
function complaint({message, details}: CliError): string {
  return [message, ...details].map((line) => `${mark}${line}\n`).join('')
}

function withoutComplaint(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith(mark))
    .join('\n')
}

/** Comments say nothing. */
function isEmpty(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(#|$)/.test(line))
}

/** Ctrl-C in a terminal reaches every program in it; while the editor has the screen, it is the editor's. */
async function withoutInterrupts<T>(work: () => Promise<T>): Promise<T> {
  const listeners = process.listeners('SIGINT')
  const ignore = () => undefined
  process.on('SIGINT', ignore)
  listeners.forEach((listener) => process.off('SIGINT', listener))
  try {
    return await work()
  } finally {
    listeners.forEach((listener) => process.on('SIGINT', listener))
    process.off('SIGINT', ignore)
  }
}
