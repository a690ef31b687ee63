import {type JsonValue} from '../client/wire.ts'

/** What the keystore answers with: of a Redis command, whatever that gives. */
export interface KeyValue {
  value: JsonValue
}
