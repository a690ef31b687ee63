import {type World} from './world.ts'

export interface Step {
  /** Line of the file that it begins at. */
  line: number
  command: string
  /** What must be printed, on both streams; undefined where nothing is said of it. */
  expected: string | undefined
  exit: number
}

/**
 * The steps of the `console` blocks of a Markdown file. A step is a line that begins with `$ ` (continued by `> `), the
 * output that follows it, and `? N` where it exits with N. In the output, a line `...` stands for any lines, and `[..]`
 * for any text in a line. `sh` blocks are steps without expected output, a line each.
 */
export function readSession(markdown: string): Step[] {
  const steps: Step[] = []
  let block: 'console' | 'sh' | undefined
  for (const [index, text] of markdown.split('\n').entries()) {
    if (text.startsWith('```')) {
      const language = text.slice(3).trim()
      block = block === undefined && (language === 'console' || language === 'sh') ? language : undefined
      continue
    }
    if (block === 'sh' && text.trim() !== '' && !text.startsWith('#')) {
      const previous = steps.at(-1)
      if (previous?.command.endsWith('\\')) previous.command += `\n${text}`
      else steps.push({line: index + 1, command: text, expected: undefined, exit: 0})
    }
    if (block === 'console') addConsoleLine(steps, text, index + 1)
  }
  return steps
}

function addConsoleLine(steps: Step[], text: string, line: number): void {
  const step = steps.at(-1)
  if (text.startsWith('$ ')) steps.push({line, command: text.slice(2), expected: '', exit: 0})
  else if (step === undefined) throw new Error(`Line ${line} is output of no command.`)
  else if (text.startsWith('> ') && step.expected === '') step.command += `\n${text.slice(2)}`
  else if (/^\? \d+$/.test(text)) step.exit = Number(text.slice(2))
  else step.expected += `${text}\n`
}

/** Runs a step and throws an error that shows both outputs when it does not do what the file says. */
export async function runStep(world: World, step: Step): Promise<void> {
  const {exitCode, all} = await world.shell(step.command, {all: true})
  const printed = all ?? ''
  if (exitCode === step.exit && (step.expected === undefined || matches(step.expected, printed))) return
  throw new Error(
    `line ${step.line}: $ ${step.command}\n--- expected (exit ${step.exit})\n${step.expected ?? '(anything)'}\n--- printed (exit ${exitCode})\n${printed}`,
  )
}

/**
 * Whether the text is what the pattern with its `...` lines and `[..]` gaps says. Blanks at the end of a line do not count:
 * editors take them away.
 */
export function matches(pattern: string, printed: string): boolean {
  const text = printed.replace(/[ \t]+$/gm, '')
  const trimmed = pattern.replace(/\n+$/, '')
  const source = (trimmed === '' ? [] : trimmed.split('\n'))
    .map((line) => (line === '...' ? '(?:.*\\n?)*?' : `${escape(line).replaceAll('\\[\\.\\.\\]', '.*')}\\n`))
    .join('')
  return new RegExp(`^${source}$`).test(text === '' ? '' : `${text.replace(/\n+$/, '')}\n`)
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
