import {type JsonObject} from '../../lib/client/wire.ts'
import {type CollectionSpec} from '../collection.ts'

/** From what may do least to what may do most. */
export const memberRoles = ['guest', 'member', 'admin', 'owner'] as const
export type MemberRole = (typeof memberRoles)[number]

/** Who signs in to Murano. Their password is kept under their address. */
export interface Person {
  email: string
  name: string
  /** Whether a login needs a code that comes by mail. */
  two_factor: boolean
}

export const persons: CollectionSpec<Person> = {name: 'murano_persons', id: 'email', indexes: []}

export interface MuranoToken {
  token: string
  email: string
  /** Milliseconds on the sandbox's clock. */
  expires_at: number
}

export const muranoTokens: CollectionSpec<MuranoToken> = {name: 'murano_tokens', id: 'token', indexes: ['email']}

/** A code that was mailed to somebody. */
export interface Key {
  code: string
  purpose: 'twofactor' | 'signup' | 'reset'
  email: string
  name: string
  company?: string
  expires_at: number
}

export const keys: CollectionSpec<Key> = {name: 'murano_keys', id: 'code', indexes: ['email']}

export const tiers = {
  free: {price: 0, solutionApis: 1, productModels: 1},
  developer: {price: 0, solutionApis: 3, productModels: 3},
  professional: {price: 500, solutionApis: 25, productModels: 25},
  enterprise: {price: 2000, solutionApis: 250, productModels: 250},
} as const

export interface Business {
  bizid: string
  name: string
  tier: keyof typeof tiers
}

export const businesses: CollectionSpec<Business> = {name: 'murano_businesses', id: 'bizid', indexes: []}

export interface Membership {
  /** `BIZID:EMAIL`, so that nobody is in a business twice. */
  id: string
  bizid: string
  email: string
  role: MemberRole
}

export const memberships: CollectionSpec<Membership> = {
  name: 'murano_memberships',
  id: 'id',
  indexes: ['bizid', 'email'],
}

export const solutionTypes = ['application', 'product'] as const

export interface Solution {
  id: string
  bizid: string
  type: (typeof solutionTypes)[number]
  name: string
  /** The first part of its domain. */
  subdomain: string
  created_at: string
}

export const solutions: CollectionSpec<Solution> = {
  name: 'murano_solutions',
  id: 'id',
  indexes: ['bizid', 'subdomain'],
}

/** A service that a solution uses, or on an application a product that is linked to it. */
export interface ServiceConfig {
  id: string
  solution_id: string
  name: string
  /** `SOLUTION_SERVICE`. */
  alias: string
  /** The alias of the service, or the id of a product. */
  service: string
  script_key?: string
  status: 'ready'
  created_at: string
  parameters: JsonObject
  triggers: JsonObject
}

export const serviceConfigs: CollectionSpec<ServiceConfig> = {
  name: 'murano_serviceconfigs',
  id: 'id',
  indexes: ['solution_id', 'service'],
}
