/** What the timer service says of a timer that was made. */
export interface TimerStarted {
  timer_id: string
  result?: string
}

export interface TimerStopped {
  /** `ok` when it went well. */
  result: string
}
