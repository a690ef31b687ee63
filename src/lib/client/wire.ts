/** What goes over the wire, in the terms of the HTTP layer: no parameters, no flags, no profiles. */

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The CPaaS has two hosts; where they are comes from the settings. */
export type HostName = 'api' | 'auth'

export type AuthKind = 'bearer' | 'basic' | 'none'

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
  | {kind: 'form'; fields: readonly (readonly [string, string])[]}
  | {kind: 'multipart'; fields: readonly (readonly [string, string | FilePart])[]}

export interface WireRequest {
  method: Method
  host: HostName
  /** Absolute path below the host's base, already percent-encoded, without query. */
  path: string
  /** Names and values not yet encoded; a name may repeat. */
  query?: readonly (readonly [string, string])[]
  headers?: Readonly<Record<string, string>>
  auth: AuthKind
  body?: Body
  /** Names of body fields that are secret in this request, beside those that always are. */
  secrets?: readonly string[]
  /** Whether sending it twice does no more than sending it once: decides what is retried. */
  idempotent: boolean
  /** Whether it changes anything at the service: then it is not sent for a read-only profile. */
  changes?: boolean
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
