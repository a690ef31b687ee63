import {createHash} from 'node:crypto'
import {readFileSync, renameSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {type Settings} from '../profile/settings.ts'
import {makeFolder} from '../make-folder.ts'

/** Ids of things by what people call them, kept for a while: asking the service each time would double its calls. */
export interface IdMemory {
  get(key: string): string | undefined
  set(key: string, id: string): void
  forget(key: string): void
}

interface Entry {
  id: string
  /** Milliseconds since 1970. */
  until: number
}

const keptMs = 3_600_000

/** What keeps apart things of the same name: who asks whom, and where. Of a token, only that it is another one. */
export function identityOf({profile, values}: Settings): string {
  const {api_host, murano_host, murano_business, murano_token = ''} = values
  const identity = JSON.stringify([profile?.name, api_host, murano_host, murano_business, murano_token])
  return createHash('sha256').update(identity).digest('hex').slice(0, 16)
}

/** Kept in a file. What cannot be read or written is looked up anew. */
export function idMemory(file: string, settings: Settings): IdMemory {
  let whose: string | undefined
  let entries: Record<string, Entry> | undefined
  const all = () => (entries ??= read(file))
  const full = (key: string) => `${(whose ??= identityOf(settings))} ${key}`
  return {
    get: (key) => all()[full(key)]?.id,
    set: (key, id) => write(file, (entries = {...read(file), [full(key)]: {id, until: Date.now() + keptMs}})),
    forget: (key) => {
      const {[full(key)]: forgotten, ...rest} = read(file)
      entries = rest
      if (forgotten !== undefined) write(file, rest)
    },
  }
}

/** What has not expired. */
function read(file: string): Record<string, Entry> {
  try {
    const entries = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Entry>
    return Object.fromEntries(Object.entries(entries).filter(([, {until}]) => until > Date.now()))
  } catch {
    return {}
  }
}

function write(file: string, entries: Record<string, Entry>): void {
  try {
    makeFolder(dirname(file))
    const part = `${file}.${process.pid}`
    writeFileSync(part, JSON.stringify(entries), {mode: 0o600})
    renameSync(part, file)
  } catch {
    // A memory that cannot be kept costs a question the next time, no more.
  }
}
