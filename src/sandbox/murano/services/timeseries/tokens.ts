import {refused} from '../failure.ts'

export interface Token {
  kind: 'word' | 'name' | 'text' | 'number' | 'duration' | 'pattern' | 'sign'
  /** Without quotes. */
  text: string
}

const forms: readonly (readonly [Token['kind'], RegExp])[] = [
  ['name', /"(?:\\.|[^"\\])*"/y],
  ['text', /'(?:\\.|[^'\\])*'/y],
  ['duration', /(?:\d+(?:ns|ms|[uµsmhdw]))+(?!\w)/y],
  ['number', /\d+(?:\.\d+)?/y],
  ['word', /[A-Za-z_][\w]*/y],
  ['sign', /=~|!~|!=|<>|<=|>=|[=<>()*,;.+-]/y],
  ['pattern', /\/(?:\\.|[^/\\])+\//y],
]

const spaces = /\s*/y

/** Takes a query in InfluxQL apart. Throws a 400 where it is none. */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = []
  for (let at = skip(query, 0); at < query.length; at = skip(query, at)) {
    const token = tokenAt(query, at)
    if (!token) throw refused(`Error parsing query: ${query.slice(at, at + 20)} is not understood, at char ${at + 1}.`)
    tokens.push({kind: token.kind, text: withoutQuotes(token)})
    at += token.text.length
  }
  return tokens
}

function skip(query: string, at: number): number {
  spaces.lastIndex = at
  return at + (spaces.exec(query)?.[0].length ?? 0)
}

function tokenAt(query: string, at: number): Token | undefined {
  for (const [kind, form] of forms) {
    form.lastIndex = at
    const found = form.exec(query)
    if (found) return {kind, text: found[0]}
  }
  return undefined
}

function withoutQuotes({kind, text}: Token): string {
  if (kind === 'pattern') return text.slice(1, -1).replaceAll('\\/', '/')
  return kind === 'name' || kind === 'text' ? text.slice(1, -1).replaceAll(/\\(.)/g, '$1') : text
}
