import {type ServiceFailure, refused} from '../failure.ts'
import {type Token} from './tokens.ts'

/** Reads tokens one after the other. */
export class TokenReader {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead]
  }

  /** Takes the words, whatever their case, if they are next. */
  takes(...words: readonly string[]): boolean {
    const areNext = words.every((word, index) => this.#isWord(word, index))
    if (areNext) this.#at += words.length
    return areNext
  }

  expect(...words: readonly string[]): void {
    if (!this.takes(...words)) throw this.unexpected(words.join(' '))
  }

  /** Takes the next one if it is of one of the kinds. */
  take(...kinds: readonly Token['kind'][]): Token | undefined {
    const token = this.peek()
    if (!token || !kinds.includes(token.kind)) return undefined
    this.#at++
    return token
  }

  need(what: string, ...kinds: readonly Token['kind'][]): string {
    const token = this.take(...kinds)
    if (!token) throw this.unexpected(what)
    return token.text
  }

  unexpected(wanted: string): ServiceFailure {
    return refused(`Error parsing query: found ${this.peek()?.text ?? 'the end'}, expected ${wanted}.`)
  }

  #isWord(word: string, ahead: number): boolean {
    const token = this.peek(ahead)
    const isPlain = token?.kind === 'word' || token?.kind === 'sign'
    return isPlain && token.text.toUpperCase() === word
  }
}
