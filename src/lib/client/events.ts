import {type JsonValue, type Method} from './wire.ts'

/** What `--debug` and recordings are told, in order; secrets are masked. `id` joins the events of one request. */
export type ClientEvent =
  | {
      kind: 'request'
      id: string
      /** From 1; above it, a repetition. */
      attempt: number
      method: Method
      url: string
      headers: Readonly<Record<string, string>>
      body: JsonValue | undefined
    }
  | {
      kind: 'reply'
      id: string
      status: number
      headers: Readonly<Record<string, string>>
      /** From sending the request to the head of the reply. */
      milliseconds: number
    }
  | {kind: 'body'; id: string; body: JsonValue | undefined}
  | {kind: 'retry'; attempt: number; delayMs: number; reason: string}

export type Observer = (event: ClientEvent) => void

/** Told how far uploads are, one at a time: `end` comes when the service has answered, or no longer will. */
export interface UploadObserver {
  /** The bytes of all files of the request. */
  begin(total: number): Promise<void>
  sent(bytes: number): void
  end(): void
}
