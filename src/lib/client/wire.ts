/** What goes over the wire, in the terms of the HTTP layer: no parameters, no flags, no profiles. */

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The CPaaS has two hosts, Murano one; where they are comes from the settings. */
export const hostNames = ['api', 'auth', 'murano'] as const

export type HostName = (typeof hostNames)[number]

/** Where a request goes: one of the hosts, or one that is none of these, as its base URL. */
export type Host = HostName | `http${string}`

/** `murano` is a token of Murano's own, which has a scheme of its own, too. */
export type AuthKind = 'bearer' | 'basic' | 'murano' | 'none'

export type JsonValue = string | number | boolean | null | JsonValue[] | {[name: string]: JsonValue}
export type JsonObject = {[name: string]: JsonValue}

/** A file sent as one part of a multipart body; streamed from disk. */
export interface FilePart {
  path: string
  /** The name the service is told. */
  filename: string
}

export type Body =
  | {kind: 'json'; value: JsonValue}
  | {kind: 'yaml'; text: string}
  | {kind: 'form'; fields: readonly (readonly [string, string])[]}
  | {kind: 'multipart'; fields: readonly (readonly [string, string | FilePart])[]}

export interface WireRequest {
  method: Method
  host: Host
  /** Absolute path below the host's base, already percent-encoded, without query. */
  path: string
  /** Names and values not yet encoded; a name may repeat, or stand alone. */
  query?: readonly (readonly [name: string, value?: string])[]
  headers?: Readonly<Record<string, string>>
  auth: AuthKind
  body?: Body
  /** Names of body fields that are secret in this request, beside those that always are. */
  secrets?: readonly string[]
  /** Whether the reply is a secret as a whole. */
  secretReply?: boolean
  /** Whether sending it twice does no more than sending it once: decides what is retried. */
  idempotent: boolean
}

export interface WireReply {
  status: number
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>
  /** Parsed JSON; text where the service sent none; undefined for an empty reply. */
  body: JsonValue | undefined
  /** The `trace` that was sent with the request. */
  traceId: string
}
