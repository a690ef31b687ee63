import {type JsonObject} from '../client/wire.ts'

/** Something that a business can have from the exchange. */
export interface ExchangeElement {
  elementId: string
  name?: string
  description?: string
  /** `download`, `product`, `application`, `contactSales` or `service`. */
  type: string
  source?: JsonObject
  /** `public`, `private` or `network`. */
  access?: string
  approval?: string
  tiers?: string[]
}
