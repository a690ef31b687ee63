import {type JsonObject, type JsonValue} from '../client/wire.ts'

/** A product, as the gateway of the first generation knows it. */
export interface ProductInfo {
  id: string
  /** Its id in the One Platform. */
  rid: string
  label: string
  /** Where its devices send their data. */
  endpoint: string
}

/** The answer to one of the calls. */
export interface RpcAnswer {
  /** Of the call. */
  id: string | number
  status: string
  result?: JsonValue
  error?: JsonObject
}
