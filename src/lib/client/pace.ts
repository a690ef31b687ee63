/** Decides when requests go out; told how each was answered. */
export interface Pace {
  /** Resolves when a request may be sent. Rejects when the signal is aborted meanwhile. */
  turn(signal: AbortSignal): Promise<void>
  /** `retryAfterMs`: what a refusal asks for. `sentAt`: when the request went out, in milliseconds since 1970. */
  answered(status: number, retryAfterMs: number | undefined, sentAt: number): void
}
