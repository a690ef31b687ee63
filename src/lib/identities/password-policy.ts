import {type JsonObject} from '../client/wire.ts'

/** Rules for passwords. */
export interface PasswordPolicy {
  uuid: string
  name?: string
  /** There when asked for. */
  rules?: JsonObject[]
}
