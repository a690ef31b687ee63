import {type AuthKind, type HostName, type JsonValue, type Method} from './wire.ts'

/**
 * What is told of the requests of a client, in order, to whoever listens: `--debug`, recordings, the history. Secrets are
 * masked; bodies are masked when they are read. `id` joins the events of one request.
 */
export type ClientEvent =
  | {
      kind: 'request'
      id: string
      trace: string
      /** Milliseconds since 1970. */
      at: number
      /** From 1; above it, a repetition. */
      attempt: number
      method: Method
      url: string
      /** Which of the hosts of the settings it goes to; left out where the service gave out the URL. */
      host: HostName | undefined
      auth: AuthKind
      headers: Readonly<Record<string, string>>
      readonly body: JsonValue | undefined
    }
  | {
      kind: 'reply'
      id: string
      status: number
      headers: Readonly<Record<string, string>>
      /** From sending the request to the head of the reply. */
      milliseconds: number
      phases: Phases
    }
  | {
      kind: 'body'
      id: string
      /** Bytes. */
      size: number
      /** From the head of the reply to its end. */
      milliseconds: number
      /** Undefined for an empty one, and for one that is handed on while it arrives. */
      readonly body: JsonValue | undefined
    }
  /** No reply came, or it broke off. */
  | {kind: 'failure'; id: string; milliseconds: number; reason: string}
  /** `id` is the request that is repeated, `attempt` the number of the next one. */
  | {kind: 'retry'; id: string; attempt: number; delayMs: number; reason: string}

export type EventOf<Kind extends ClientEvent['kind']> = Extract<ClientEvent, {kind: Kind}>

/** What the time until the head of a reply was taken up by, in milliseconds. What did not take place, or is not known, is left out. */
export interface Phases extends Opening {
  /** Before a connection was made or free: others were at it, or the sandbox was starting. */
  blocked: number
  send?: number
  /** For the first byte of the reply. */
  wait: number
}

/** What it took to open a connection. The sandbox in this process needs none, and what a proxy does is not seen. */
export interface Opening {
  dns?: number
  connect?: number
  tls?: number
}

export type Observer = (event: ClientEvent) => void

/** Told how far uploads are, one at a time: `end` comes when the service has answered, or no longer will. */
export interface UploadObserver {
  /** The bytes of all files of the request. */
  begin(total: number): Promise<void>
  sent(bytes: number): void
  end(): void
}
