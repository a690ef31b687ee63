import {refused} from '../failure.ts'

export type Scalar = string | number | boolean | null

/** What a key can hold, as in Redis; a plain value keeps its JSON type. */
export type Content =
  | {type: 'string'; value: Scalar}
  | {type: 'list'; value: string[]}
  | {type: 'set'; value: string[]}
  | {type: 'hash'; value: Record<string, string>}

export interface Entry {
  content: Content
  /** Milliseconds on the sandbox's clock; null: it stays. */
  expires_at: number | null
}

type ContentOf<Type extends Content['type']> = Extract<Content, {type: Type}>['value']

/** The place of one key while a command works on it. */
export class Slot {
  readonly now: number
  entry: Entry | undefined

  constructor(entry: Entry | undefined, now: number) {
    this.now = now
    this.entry = entry && entry.expires_at !== null && entry.expires_at <= now ? undefined : entry
  }

  get isThere(): boolean {
    return this.entry !== undefined
  }

  /** What the key holds, which must be of that type; undefined when there is no such key. */
  read<Type extends Content['type']>(type: Type): ContentOf<Type> | undefined {
    const content = this.entry?.content
    if (content === undefined) return undefined
    if (content.type !== type) throw refused(`WRONGTYPE The key holds a ${content.type}, and no ${type}.`)
    return content.value as ContentOf<Type> | undefined
  }

  list(): string[] {
    return this.read('list') ?? []
  }

  set(): string[] {
    return this.read('set') ?? []
  }

  hash(): Record<string, string> {
    return this.read('hash') ?? {}
  }

  /** The plain value as text; empty when there is no such key. */
  text(): string {
    return textOf(this.read('string') ?? '')
  }

  /** Stores, with the expiry that the key had. An empty list, set or hash is no key any more. */
  write(content: Content): void {
    const isEmpty = content.type !== 'string' && Object.keys(content.value).length === 0
    this.entry = isEmpty ? undefined : {content, expires_at: this.entry?.expires_at ?? null}
  }

  /** Says when the key goes; one that is past goes at once. */
  expireAt(moment: number | null): boolean {
    if (!this.entry) return false
    this.entry = moment !== null && moment <= this.now ? undefined : {...this.entry, expires_at: moment}
    return true
  }

  remove(): boolean {
    const wasThere = this.isThere
    this.entry = undefined
    return wasThere
  }
}

/** Values as Redis keeps them. */
export function textOf(value: Scalar): string {
  return value === null ? '' : String(value)
}
