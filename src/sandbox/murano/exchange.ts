import {type JsonObject} from '../../lib/client/wire.ts'
import {type CollectionSpec} from '../collection.ts'
import {type Business, tiers} from './records.ts'

/** Something that a business can have from the exchange. */
export interface ExchangeElement {
  elementId: string
  name: string
  description: string
  type: 'download' | 'product' | 'application' | 'contactSales' | 'service'
  source: {from: 'service' | 'github' | 'attachment' | 'url'; name?: string; url?: string}
  active: boolean
  access: 'public' | 'private' | 'network'
  approval: 'pending' | 'approved'
  tiers: Business['tier'][]
  actions: JsonObject[]
}

export const exchangeElements: CollectionSpec<ExchangeElement> = {
  name: 'murano_exchange_elements',
  id: 'elementId',
  indexes: ['type'],
}

export interface Purchase {
  /** `BIZID:ELEMENT`. */
  id: string
  bizid: string
  elementId: string
  purchased_at: string
}

export const purchases: CollectionSpec<Purchase> = {name: 'murano_purchases', id: 'id', indexes: ['bizid']}

export const allTiers = Object.keys(tiers) as Business['tier'][]
