import {nearest} from '../did-you-mean.ts'
import {type CliError, usageError} from '../errors.ts'
import {type Resolved} from '../command-files.ts'
import {commandIndex} from '../map/command-index.ts'
import {type Program} from '../program.ts'
import {type ExitCode} from '../exit-code.ts'
import {formatAsTyped} from '../output/format.ts'
import {printWhole} from '../output/print-whole.ts'
import {systemTerminal} from '../output/terminal.ts'
import {reportError} from '../output/error.ts'
import {debugFormat} from '../parsable.ts'

/**
 * Prints help for a command, a topic or the whole program; words that name neither are a usage error, and so are flags that no
 * command has, where help is shown because nothing else was typed.
 */
export async function help(program: Program, resolved: Resolved, typed: readonly string[] = []): Promise<ExitCode> {
  const terminal = systemTerminal()
  if (resolved.file !== undefined) {
    const {commandHelp} = await import('./command-help.ts')
    return printWhole(await commandHelp(resolved.id, resolved.file, terminal.width))
  }
  const index = await commandIndex(program)
  const flags = resolved.rest.findIndex((word) => word.startsWith('-'))
  const words = flags === -1 ? resolved.rest : resolved.rest.slice(0, flags)
  const {rootHelp, topicHelp} = await import('./topic-help.ts')
  const strange = words.length === 0 ? await strangeFlags(typed, resolved.id) : undefined
  if (words.length === 0 && strange === undefined) {
    const {width} = terminal
    return printWhole(resolved.id === '' ? rootHelp(index, width) : topicHelp(index, resolved.id, width))
  }
  const error = strange ?? unknownCommand(resolved.id, words, Object.keys(index))
  await reportError(error, {terminal, format: formatAsTyped(resolved.rest), debug: debugFormat(resolved.rest)})
  return error.exit
}

/** Those that not even a command without any of its own has. */
async function strangeFlags(typed: readonly string[], topic: string): Promise<CliError | undefined> {
  const names = typed.flatMap((word) => /^--?[a-z][^=]*/i.exec(word)?.[0] ?? [])
  if (names.length === 0) return undefined
  const [{surfaceOf}, {unknownFlags}] = await Promise.all([import('../surface.ts'), import('../parse-errors.ts')])
  const surface = surfaceOf({summary: '', parameters: {}, examples: []})
  const chars = Object.entries(surface.flags).flatMap(([name, {char}]) => [`--${name}`, `-${char}`])
  const unknown = names.filter((name) => !chars.includes(name))
  if (unknown.length === 0) return undefined
  return unknownFlags(unknown, surface, `${['commsctl', topic].join(' ').trim()} --help lists what there is.`)
}

/** Near names are looked for among whole commands first, then among what begins as many words deep. */
function unknownCommand(topic: string, words: readonly string[], ids: readonly string[]) {
  const typed = `${topic} ${words[0]}`.trim()
  const depth = typed.split(' ').length
  const whole = nearest(`${topic} ${words.join(' ')}`.trim(), ids)
  const begun = ids.map((id) => id.split(' ').slice(0, depth).join(' '))
  const near = whole.length > 0 ? whole : nearest(typed, begun)
  const suggestion = near.length === 0 ? '' : ` Did you mean ${near.map((id) => `“commsctl ${id}”`).join(' or ')}?`
  return usageError(`There is no command “${typed}”.${suggestion}`, {
    code: 'unknown-command',
    hint: `commsctl ${topic}${topic === '' ? '' : ' '}--help lists what there is.`,
  })
}
