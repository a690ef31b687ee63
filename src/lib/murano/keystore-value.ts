import {type JsonValue} from '../client/wire.ts'
import {badReply} from '../errors.ts'

/** What the keystore answers with: of a Redis command, whatever that gives. */
export interface KeyValue {
  value: JsonValue
}

/** The value of a reply; undefined where the key has none. Throws where the reply is not the keystore's. */
export function valueOf(reply: Partial<KeyValue> | undefined): JsonValue | undefined {
  if (reply?.value === undefined) throw badReply('it has no value')
  return reply.value ?? undefined
}
