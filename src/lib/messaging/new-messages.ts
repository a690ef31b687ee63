import {type ReadPage} from '../follow/catch-up.ts'
import {RecentRows} from '../follow/recent-rows.ts'
import {rowIdentity} from '../follow/row-identity.ts'
import {type Beginning} from '../follow/tail.ts'
import {type Conversation} from './conversation.ts'
import {type Message} from './message.ts'

export const messageIdentity = rowIdentity<Message>('uuid', ({datetime}) => datetime)

const {timeOf, idOf} = messageIdentity

/** A message may come to light so much later than others of its time. */
const overlapMs = 60_000

export interface ConversationReader {
  /** Those that were written in last come first, each with its last message. */
  conversations: () => AsyncIterable<Conversation>
  /** The messages of one of them. */
  messages: (conversation: string) => ReadPage<Message>
}

/**
 * What is new in any of a user's conversations, oldest first: each look reads those alone that were written in since the one
 * before. The first gives the last message of each of the latest conversations; with a time, all since then.
 */
export function newMessages(reader: ConversationReader, {since, limit}: Beginning): () => Promise<Message[]> {
  const recent = new RecentRows(messageIdentity)
  let floor = since
  let start = since
  let isFirst = true
  return async () => {
    const found = new Map<string, Message>()
    let newest = -Infinity
    for await (const {uuid, messages: [last] = []} of reader.conversations()) {
      if (last === undefined) continue
      if (timeOf(last) < (floor ?? -Infinity)) break
      newest = Math.max(newest, timeOf(last))
      if (floor === undefined) found.set(idOf(last), last)
      else if (recent.count(idOf(last)) === 0) await addSince(floor, reader.messages(uuid), recent, found)
      if (floor === undefined && found.size >= limit) break
    }
    // Where there was none at first, all that come are new.
    start ??= Number.isFinite(newest) ? newest : 0
    floor = Math.max(start, newest - overlapMs)
    // Found newest first, which decides where times are equal.
    const fresh = [...found.values()].reverse().sort((a, b) => timeOf(a) - timeOf(b))
    for (const message of fresh) recent.add(message)
    const shown = isFirst ? fresh.slice(-limit) : fresh
    isFirst = false
    return shown
  }
}

/** Adds what is not known of the messages since a time. */
async function addSince(
  floor: number,
  read: ReadPage<Message>,
  recent: RecentRows<Message>,
  found: Map<string, Message>,
): Promise<void> {
  for (let offset = 0; ;) {
    const page = await read(offset)
    const unknown = page.filter((message) => timeOf(message) >= floor && recent.count(idOf(message)) === 0)
    for (const message of unknown) found.set(idOf(message), message)
    if (unknown.length === 0) return
    offset += page.length
  }
}
