import {isSecretName, MASK, maskJson, maskPath, maskText} from '../client/masking.ts'
import {type JsonValue} from '../client/wire.ts'
import {type Parameter, type Parameters} from '../parameter.ts'
import {positionals} from '../positionals.ts'
import {flagName} from '../surface.ts'

/** A word of the command line as the parser understood it: an argument, a switch as it was typed, or the value of a flag. */
export type Token = {type: 'arg'; input: string} | {type: 'flag'; flag: string; input: string}

const longestShown = 500

/** The command line for others to see: values of secrets, by what a flag takes and by names, are masked. */
export function maskedArguments(tokens: readonly Token[], parameters: Parameters): string[] {
  const words = tokens.flatMap((token) => (token.type === 'arg' ? [token.input] : []))
  const args = shownArguments(words, parameters)
  return tokens.flatMap((token) => {
    if (token.type === 'arg') return [args.shift()!]
    // The parser names a switch, and hands its word on as it stands.
    if (token.input.startsWith('-') && !takesValue(token, parameters)) return [token.input]
    return [`--${token.flag}`, shownValue(token.flag, token.input, parameters)]
  })
}

/** The words of a line that the parser does not understand: which of them are secrets, nobody knows. */
export function withoutValues(words: readonly string[]): string[] {
  return words.map((word) => (word.startsWith('-') ? word.replace(/^(--[^=]+=).*$/s, `$1${MASK}`) : MASK))
}

function takesValue({flag, input}: {flag: string; input: string}, parameters: Parameters): boolean {
  const parameter = flagParameter(flag, parameters)
  if (parameter !== undefined) return parameter.kind !== 'boolean'
  return !new RegExp(`^(--(no-)?${flag}|-.)$`).test(input)
}

function flagParameter(flag: string, parameters: Parameters): Parameter | undefined {
  return Object.values(parameters).find((parameter) => parameter.usage.startsWith('--') && flagName(parameter) === flag)
}

/** What is shown of the words that stand where arguments stand. What those too many are, nobody knows. */
function shownArguments(words: readonly string[], parameters: Parameters): string[] {
  const {args, extra} = positionals(parameters, words)
  const taken = Object.entries(args)
  const shown = taken.flatMap(([name, value], at) => {
    const parameter = parameters[name]!
    const before = [taken[at - 1]?.[1] ?? ''].flat().join(' ')
    const isKnown = parameter.kind === 'secret' || isSecretName(name) || isSecretName(before)
    return [value].flat().map((word) => {
      const isSecret = isKnown || parameter.conceals?.(word, before) === true
      return isSecret && !isReference(word) ? MASK : shownText(word)
    })
  })
  return [...shown, ...extra.map(() => MASK)]
}

function shownValue(flag: string, value: string, parameters: Parameters): string {
  const parameter = flagParameter(flag, parameters)
  if (isReference(value)) return value
  if (parameter?.kind === 'secret' || isSecretName(flag)) return MASK
  if (flag === 'field') return maskedField(value)
  if (flag === 'body' || parameter?.kind === 'json') return short(maskedJson(value))
  return shownText(value)
}

/** Also `NAME=VALUE`, where the name says that it is a secret. */
function shownText(text: string): string {
  const [name = ''] = text.split('=')
  return short(text.includes('=') && isSecretName(name) ? `${name}=${MASK}` : maskPath(text))
}

/** `-F a.password=x`: also where the value is JSON with secrets in it. */
function maskedField(text: string): string {
  const at = text.indexOf('=')
  const [path, value] = [text.slice(0, at), text.slice(at + 1)]
  if (at === -1) return text
  return `${path}=${isSecretName(path) && !isReference(value) ? MASK : short(maskedJson(value))}`
}

function maskedJson(text: string): string {
  try {
    const value = JSON.parse(text) as JsonValue
    return typeof value === 'object' ? JSON.stringify(maskJson(value)) : text
  } catch {
    return maskPath(maskText(text))
  }
}

/** What says where a value is, and not what it is. */
function isReference(text: string): boolean {
  return text === '-' || /^@[^@]/.test(text) || text.startsWith('env:')
}

function short(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}
