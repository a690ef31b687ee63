import {usageError} from '../lib/errors.ts'
import {type Store} from './store.ts'

/** How the sandbox's time differs from real time. All in milliseconds. */
export interface ClockState {
  now: number
  /** Ahead of real time by this much. */
  offset: number
  stopped: boolean
}

type Setting = {offset: number} | {stoppedAt: number}

const name = 'clock'

/** The time in the sandbox: real time plus an offset, or standing still. Kept in the store, so that all processes agree. */
export class Clock {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** Milliseconds since 1970. */
  now(): number {
    const setting = this.#setting()
    return 'stoppedAt' in setting ? setting.stoppedAt : Date.now() + setting.offset
  }

  /** The time as headers of HTTP have it. */
  httpDate(): string {
    return new Date(this.now()).toUTCString()
  }

  /** Moves the time on, whether the clock runs or stands still. */
  advance(milliseconds: number): ClockState {
    if (!Number.isSafeInteger(milliseconds) || milliseconds < 0) {
      throw usageError('The clock moves forward only, by a whole number of milliseconds.')
    }
    return this.#change((setting) =>
      'stoppedAt' in setting ? {stoppedAt: setting.stoppedAt + milliseconds} : {offset: setting.offset + milliseconds},
    )
  }

  /** Stands still at the present time until `advance` or `start`. */
  stop(): ClockState {
    return this.#change(() => ({stoppedAt: this.now()}))
  }

  /** Runs on from where it stands. */
  start(): ClockState {
    return this.#change(() => ({offset: this.now() - Date.now()}))
  }

  state(): ClockState {
    const now = this.now()
    const setting = this.#setting()
    return 'stoppedAt' in setting
      ? {now, offset: now - Date.now(), stopped: true}
      : {now, offset: setting.offset, stopped: false}
  }

  #setting(): Setting {
    return this.#store.setting<Setting>(name) ?? {offset: 0}
  }

  #change(change: (setting: Setting) => Setting): ClockState {
    this.#store.transaction(() => this.#store.setSetting(name, change(this.#setting())))
    return this.state()
  }
}
